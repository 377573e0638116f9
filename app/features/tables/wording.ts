import { translator } from '#app/messages/translator.ts'
import { dateWords } from '#app/platform/date-words.ts'
import type { Locale } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { severalChoices } from './layout.ts'
import { type Facts, type Note, notesOf } from './note.ts'
import { FEWEST_FOR_SHARES, shareOf, unevenSums } from './rounding.ts'
import type { Subject } from './subject.ts'
import { baseOf, type Heading, numberIn, type Table } from './table.ts'
import type { TableKey } from './table-key.ts'

/** A row or column in words; `lang` where the words are not in the reader's language. */
export type WrittenHeading = {
  key: string
  label: string
  lang?: string
  theme?: { code: string; colour: number; depth: number }
}

/** A number, what it is of, and its share in whole per cent where that says something. */
export type WrittenCell = { column: string; number: number; of: number | null; share: number | null }

/** A table in the words of a language: what the page, the figure and the files all show. */
export type WrittenTable = {
  title: string
  about: string
  corner: string
  base: Table['base']
  parts: readonly string[]
  columns: WrittenHeading[]
  rows: (WrittenHeading & { cells: WrittenCell[] })[]
  notes: string[]
}

/** A counted table in words. `at` is when it was counted. */
export function writtenTable(
  { key, subject, table, facts }: { key: TableKey; subject: Subject; table: Table; facts: Facts },
  round: { number: number; strategyTitle: LocalisedText },
  locale: Locale,
  at: Date,
): WrittenTable {
  const t = translator(locale, 'workbench')
  const heading = headingWords(subject, locale)
  const columns = table.columns.map(heading)
  const cellOf = (row: string, column: string): WrittenCell => {
    const [number, of] = [numberIn(table, row, column), baseOf(table, row, column)]
    return { column, number, of, share: shareOf(number, of) }
  }
  const rows = table.rows.map((row) => ({
    ...heading(row),
    cells: columns.map((column) => cellOf(row.key, column.key)),
  }))
  const bases = rows.flatMap(({ cells }) => cells.flatMap(({ of }) => (of === null ? [] : of)))
  const notes = notesOf(key, facts, {
    ...askedFor(key, subject),
    sums: unevenSums(table).map(({ sum }) => sum),
    fewSomewhere: bases.some((of) => of > 0 && of < FEWEST_FOR_SHARES),
  })
  return {
    title: tableTitle(subject, locale),
    about: t('tables.about', {
      number: round.number,
      strategy: pick(round.strategyTitle, locale).text,
      moment: dateWords(locale).moment(at),
    }),
    corner: t(`tables.corner.${cornerOf(subject)}`),
    ...{ base: table.base, parts: table.parts, columns, rows },
    notes: notes.map((note) => noteWords(note, locale)),
  }
}

function askedFor({ kind }: TableKey, subject: Subject) {
  const asked = kind === 'question' && 'question' in subject ? subject.question.kind : null
  return { severalChoices: asked !== null && severalChoices(asked), ranking: asked === 'ranking' }
}

/** The counting rule of a table in sentences, but for what is only of its shares. */
export function countingRule(key: TableKey, subject: Subject, facts: Facts, locale: Locale): string[] {
  const told = { ...askedFor(key, subject), sums: [], fewSomewhere: false }
  return notesOf(key, facts, told).map((note) => noteWords(note, locale))
}

/** What a table is called. */
export function tableTitle(subject: Subject, locale: Locale): string {
  const t = translator(locale, 'workbench')
  if ('question' in subject) {
    const { position, title } = subject.question
    return t(`tables.title.${subject.kind}`, { position, question: pick(title, locale).text })
  }
  if (subject.kind === 'theme-positions')
    return t('tables.title.theme-positions', { theme: pick(subject.theme.title, locale).text })
  return t(`tables.title.${subject.kind}`)
}

function cornerOf({ kind }: Subject): 'kind' | 'county' | 'question' | 'theme' {
  if (kind === 'counties') return 'county'
  if (kind === 'questions') return 'question'
  return kind === 'themes' || kind === 'positions' ? 'theme' : 'kind'
}

type Key = 'municipality'

/** What a row or column of a table is called. */
export function headingWords(subject: Subject, locale: Locale) {
  const t = translator(locale, 'workbench')
  return ({ key, words, theme }: Heading): WrittenHeading => {
    if (words) {
      const { text, lang, fallback } = pick(words, locale)
      return { key, label: text, ...(fallback && { lang }), ...(theme && { theme }) }
    }
    // What a key is called may depend on the table it stands in.
    const own = `${subject.kind}.${key}` as 'themes.answered'
    if (t.has(`tables.headingIn.${own}`)) return { key, label: t(`tables.headingIn.${own}`) }
    return { key, label: t(`tables.heading.${headingKey(key) as Key}`) }
  }
}

// Options have words of their own but for the answer offered beside every scale.
const headingKey = (key: string) => (key === 'o-no-opinion' ? 'no-opinion' : key)

function noteWords(note: Note, locale: Locale): string {
  const t = translator(locale, 'workbench')
  const { note: name, ...values } = note
  const sums = note.note === 'rounding' ? [...new Set([note.least, note.most])].join('–') : ''
  return t(`tables.note.${name}`, { count: 0, of: 0, ...values, sums, fewest: FEWEST_FOR_SHARES })
}
