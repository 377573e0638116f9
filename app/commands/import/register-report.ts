import type {
  FileRefusal,
  Imported,
  RegisterReport,
  RowRefusal,
} from '#app/features/organisations/register.ts'

/** Why nothing of a file was read. */
export const fileSentences: Record<FileRefusal, string> = {
  'no-file': 'There is no file.',
  'too-large': 'The file is larger than 2 MB, which no register of municipalities is.',
  'not-utf-8': 'The file is not written in UTF-8. Save it again as UTF-8.',
  'not-a-table': 'The file is not a table: a quotation mark may be missing.',
  'columns-missing':
    'Some of these headings are missing: kommunenr, navn_norsk, navn_offisielt, fylke, fylkenr, maalform, orgnr.',
  'no-rows': 'The file has no rows.',
  'too-many-rows': 'The file has more than 2,000 rows.',
}

const rowSentences: Record<RowRefusal, string> = {
  'number-unusable': 'the number is not four digits',
  'name-missing': 'the name is missing',
  'name-too-long': 'a name is longer than 200 characters',
  'county-unusable': 'the county has no name, or its number is not two digits',
  'written-form-unknown': 'the written form is not Bokmål, Nynorsk or Nøytral',
  'organisation-number-unusable':
    'the organisation number does not check (nine digits, the last one checks the others)',
  'number-before-unusable': 'the number of before is not four digits',
  'inhabitants-unusable': 'the number of inhabitants is not a number',
  'number-twice': 'the number stands in the file twice',
  'organisation-number-twice': 'the organisation number stands in the file twice',
  'county-named-twice': 'another row gives this county another name',
  'organisation-number-elsewhere': 'the organisation number is on record for another body',
}

const shown = 50

/** What an import did, or would do, in lines for whoever ran it. */
export function reportLines(report: RegisterReport, tried: boolean): string[] {
  const { rows, created, changed, same, counties, predecessors, absent, leftOut } = report
  return [
    tried ? 'Tried; nothing is changed. It would be:' : 'Done.',
    `${rows} rows: ${created.length} new, ${changed.length} changed, ${same} as before, ${leftOut.length} left out.`,
    `${counties.total} counties: ${counties.created} new, ${counties.renamed} renamed.`,
    `${predecessors} new relations to a number of before.`,
    ...listed('Changed', changed, ({ fields, ...one }) => `${placeOf(one)}: ${fields.join(', ')}`),
    ...listed('On record but not in the file, left as they are', absent, placeOf),
    ...leftOut.map(
      ({ line, label, reason }) => `Line ${line}, left out (${label}): ${rowSentences[reason]}.`,
    ),
  ]
}

const placeOf = ({ number, name, county }: Pick<Imported, 'number' | 'name' | 'county'>) =>
  `${number} ${name}${county ? ` (${county})` : ''}`

function listed(heading: string, all: readonly Imported[], say: (one: Imported) => string) {
  if (all.length === 0) return []
  const more = all.length > shown ? [`  and ${all.length - shown} more`] : []
  return [`${heading}:`, ...all.slice(0, shown).map((one) => `  ${say(one)}`), ...more]
}
