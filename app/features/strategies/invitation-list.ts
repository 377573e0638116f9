import { columnLetters } from '../../platform/files/table-text.ts'
import { type Refused, refuse } from '../../platform/refusal.ts'
import { cleanLine } from '../../platform/rich-text/clean-text.ts'

/** As many bodies as a list may name: more than there are municipalities and counties, twice over. */
export const MOST_LISTED = 1_000

/** What a row says of a body, and where it says so: the row as a spreadsheet counts it, and its column's heading. */
export type ListedRow = {
  row: number
  column: string | null
  name: string
  county: string
  /** Digits only: a municipality's number, or an organisation's. */
  numbers: string[]
  /** What was written, for pointing at it. */
  written: string
}

/** Why a list cannot be read at all; then nobody on it is looked up. A file may be refused for more. Columns say where. */
export type ListRefusal = { refusal: string; column?: string; other?: string }

const longest = 200

const lineOf = (text: string) => cleanLine(text).slice(0, longest)

/**
 * Reads a pasted list: one body on each line, by name, number or both. A county in brackets after the name says which of
 * several is meant; what a spreadsheet puts between its cells is a space.
 */
export function readPastedList(text: string): ListedRow[] | ListRefusal {
  const rows = text
    .split(/\r\n|[\n\r;]/)
    .map((line, at) => ({ row: at + 1, written: lineOf(line) }))
    .filter(({ written }) => written !== '')
  if (rows.length === 0) return refuse('no-rows')
  if (rows.length > MOST_LISTED) return refuse('too-many-rows')
  return rows.map(({ row, written }) => {
    const numbers = [...written.matchAll(/(?<!\d)(?:\d{3} ?\d{3} ?\d{3}|\d{4})(?!\d)/g)].map(
      ([number]) => number,
    )
    const words = numbers.reduce((left, number) => left.replace(number, ' '), written)
    const [, name = '', county = ''] = /^([^(]*)(?:\(([^)]*)\))?/.exec(words) ?? []
    return { row, column: null, ...named(name, county), numbers: numbers.map(digits), written }
  })
}

const digits = (number: string) => number.replace(/\D/g, '')

const named = (name: string, county: string) => ({
  name: cleanLine(name.replace(/^[\s,–-]+|[\s,–-]+$/g, '')),
  county: cleanLine(county),
})

const HEADINGS = {
  name: [
    'navn',
    'namn',
    'name',
    'organisasjon',
    'virksomhet',
    'verksemd',
    'kommune',
    'kommunenavn',
    'kommunenamn',
  ],
  municipality: ['kommunenr', 'kommunenummer', 'knr'],
  organisation: ['orgnr', 'organisasjonsnummer', 'organisasjonsnr', 'org.nr', 'org.nr.', 'orgnummer'],
  county: ['fylke', 'county', 'fylkesnavn', 'fylkesnamn'],
} as const

type Meaning = keyof typeof HEADINGS

const meaningOf = (heading: string): Meaning | null => {
  const word = cleanLine(heading).toLowerCase()
  return (
    (Object.keys(HEADINGS) as Meaning[]).find((one) => HEADINGS[one].some((known) => known === word)) ?? null
  )
}

/** A row of a file: where it is, and its cells. */
export type FileRow = { row: number; cells: readonly string[] }

/** Reads the rows of a file by their headings. Two columns that say the same are refused: nobody knows which is right. */
export function readListedFile(
  headings: readonly string[],
  rows: readonly FileRow[],
): ListedRow[] | ListRefusal {
  const columns = new Map<Meaning, number>()
  for (const [at, heading] of headings.entries()) {
    const meaning = meaningOf(heading)
    if (meaning === null) continue
    const first = columns.get(meaning)
    if (first !== undefined)
      return {
        ...refuse('heading-twice'),
        column: columnName(first, headings),
        other: columnName(at, headings),
      }
    columns.set(meaning, at)
  }
  const telling = (['name', 'municipality', 'organisation'] as const).find((one) => columns.has(one))
  if (!telling) return refuse('headings-missing')
  const column = columnName(columns.get(telling) ?? 0, headings)
  const listed = rows
    .map(({ row, cells }): ListedRow => {
      const cell = (meaning: Meaning) => lineOf(cells[columns.get(meaning) ?? -1] ?? '')
      const [number, body] = [digits(cell('municipality')), digits(cell('organisation'))]
      // A spreadsheet takes the zero in front away.
      const municipality = number.length === 3 ? `0${number}` : number
      return {
        ...{ row, column, ...named(cell('name'), cell('county')) },
        numbers: [municipality, body].filter(Boolean),
        written: [cell('name'), cell('municipality'), cell('organisation')].filter(Boolean).join(', '),
      }
    })
    .filter(({ written }) => written !== '')
  if (listed.length === 0) return refuse('no-rows')
  return listed.length > MOST_LISTED ? refuse('too-many-rows') : listed
}

/** A column as people find it: its letter, and its heading. */
export function columnName(at: number, headings: readonly string[]): string {
  const heading = lineOf(headings[at] ?? '').slice(0, 60)
  return heading === '' ? columnLetters(at) : `${columnLetters(at)} «${heading}»`
}

/** A body on record that a row may mean. */
export type Candidate = {
  id: string
  name: string
  /** All its names, the official and the Norwegian too. */
  names: readonly string[]
  county: string | null
  numbers: readonly string[]
  invited: boolean
  gone: boolean
}

/** Why a row invites nobody. `first` is the row that says the same; `candidates` those it may mean. */
export type RowProblem = {
  row: number
  column: string | null
  written: string
  reason: 'unknown' | 'several' | 'twice' | 'disagree' | 'gone'
  first?: number
  meant?: string
  candidates: { id: string; label: string }[]
}

/** What a list comes to, before anybody is invited. */
export type ListPreview = {
  rows: number
  invite: { id: string; label: string }[]
  already: { id: string; label: string }[]
  problems: RowProblem[]
}

const fold = (text: string) => text.normalize('NFC').toLowerCase()

/** A name as written and as a register may have it, with and without what sort of body it is. */
export function namesToLookFor(name: string): string[] {
  const short = fold(name).replace(/ (fylkes)?kommune$/, '')
  return name === '' ? [] : [...new Set([fold(name), short, `${short} kommune`, `${short} fylkeskommune`])]
}

export const labelOf = ({ name, county }: { name: string; county: string | null }) =>
  county ? `${name} (${county})` : name

/** Finds who each row means. A row that names nobody, several, or somebody for the second time is told of and invites nobody. */
export function matchList(rows: readonly ListedRow[], candidates: readonly Candidate[]): ListPreview {
  const preview: ListPreview = { rows: rows.length, invite: [], already: [], problems: [] }
  const seen = new Map<string, number>()
  for (const row of rows) {
    const { row: at, column, written } = row
    const tell = (reason: RowProblem['reason'], more: Partial<RowProblem> = {}) =>
      preview.problems.push({ row: at, column, written, reason, candidates: [], ...more })
    const meant = meantBy(row, candidates)
    if ('refusal' in meant) {
      tell(meant.refusal, meant.refusal === 'disagree' ? { meant: meant.meant } : {})
      continue
    }
    const [one, ...others] = meant.bodies
    if (!one) continue
    if (others.length > 0) {
      tell('several', { candidates: meant.bodies.map((body) => ({ id: body.id, label: labelOf(body) })) })
      continue
    }
    const first = seen.get(one.id)
    if (first !== undefined) tell('twice', { first })
    else if (one.gone) tell('gone')
    else (one.invited ? preview.already : preview.invite).push({ id: one.id, label: labelOf(one) })
    if (first === undefined) seen.set(one.id, at)
  }
  return preview
}

type Meant = { bodies: Candidate[] } | Refused<'unknown'> | (Refused<'disagree'> & { meant: string })

function meantBy({ name, county, numbers }: ListedRow, candidates: readonly Candidate[]): Meant {
  const said = namesToLookFor(name)
  const isCalled = (body: Candidate) => body.names.some((one) => said.includes(fold(one)))
  if (numbers.length > 0) {
    const numbered = candidates.filter((body) => numbers.every((number) => body.numbers.includes(number)))
    const [body] = numbered
    if (!body) return refuse('unknown')
    // A number that was taken down wrong is somebody else's.
    if (said.length > 0 && !isCalled(body)) return { ...refuse('disagree'), meant: labelOf(body) }
    return { bodies: numbered }
  }
  const called = candidates.filter(isCalled)
  const exact = called.filter((body) => body.names.some((one) => fold(one) === fold(name)))
  const there = (exact.length > 0 ? exact : called).filter(
    (body) => county === '' || fold(body.county ?? '') === fold(county),
  )
  if (there.length === 0) return refuse('unknown')
  const standing = there.filter(({ gone }) => !gone)
  return { bodies: standing.length > 0 ? standing : there.slice(0, 1) }
}
