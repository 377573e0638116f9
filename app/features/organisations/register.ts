import { type Refused, refuse } from '../../platform/refusal.ts'
import { cleanLine } from '../../platform/rich-text/clean-text.ts'
import { isMunicipalityNumber, isOrganisationNumber } from './organisation.ts'

/** A body's names by language, each as the register says it. */
export type RegisterNames = Partial<Record<'no' | 'se' | 'sma' | 'smj' | 'fkv', string>>

/** A municipality as a row of the register says it. `before` is the number it had in an earlier year, if it was another. */
export type RegisterEntry = {
  line: number
  number: string
  name: string
  officialName: string
  names: RegisterNames
  county: { number: string; name: string }
  writtenForm: 'neutral' | 'nb' | 'nn'
  organisationNumber: string | null
  /** Null where the file does not say. */
  inhabitants: number | null
  before: { number: string; year: number } | null
}

/** Why a row cannot be used. */
export type RowRefusal =
  | 'number-unusable'
  | 'name-missing'
  | 'name-too-long'
  | 'county-unusable'
  | 'written-form-unknown'
  | 'organisation-number-unusable'
  | 'number-before-unusable'
  | 'inhabitants-unusable'
  | 'number-twice'
  | 'organisation-number-twice'
  | 'county-named-twice'
  | 'organisation-number-elsewhere'

/** Why a file cannot be read at all; then nothing of it is. */
export type FileRefusal =
  | 'no-file'
  | 'too-large'
  | 'not-utf-8'
  | 'not-a-table'
  | 'columns-missing'
  | 'no-rows'
  | 'too-many-rows'

/** A row that is not used, and why. */
export type LeftOut = { line: number; label: string; reason: RowRefusal }

/** What a file said: the rows that can be used, and the others by line. */
export type Register = { entries: RegisterEntry[]; leftOut: LeftOut[] }

/** The most a file may hold, far above any register of municipalities. */
export const maxRegisterBytes = 2 * 1024 * 1024
export const maxRegisterRows = 2_000

/** A municipality in the report of an import; `fields` are those that changed. */
export type Imported = { name: string; county: string; number: string; fields: string[] }

/** What an import did, or would do. `absent` are municipalities on record that the file does not name: left as they are. */
export type RegisterReport = {
  rows: number
  created: Imported[]
  changed: Imported[]
  same: number
  predecessors: number
  counties: { total: number; created: number; renamed: number }
  absent: Imported[]
  leftOut: LeftOut[]
}

const NEEDED = ['kommunenr', 'navn_norsk', 'navn_offisielt', 'fylke', 'fylkenr', 'maalform', 'orgnr'] as const
const LANGUAGES = { navn_se: 'se', navn_sma: 'sma', navn_smj: 'smj', navn_kven: 'fkv' } as const
const FORMS: Record<string, RegisterEntry['writtenForm']> = {
  nøytral: 'neutral',
  bokmål: 'nb',
  nynorsk: 'nn',
}
const longest = 200

/** A row of the file by the headings of its columns, and the line it begins on. */
export type RegisterRow = { line: number; cells: Record<string, string> }

/** Reads the rows of a register by their headings. A row that cannot be used is left out and named, the others go on. */
export function readRegister(
  headings: readonly string[],
  rows: readonly RegisterRow[],
): Register | Refused<FileRefusal> {
  if (NEEDED.some((column) => !headings.includes(column))) return refuse('columns-missing')
  if (rows.length === 0) return refuse('no-rows')
  const earlier = headings.flatMap((heading) => /^kommunenr_(\d{4})$/.exec(heading)?.[1] ?? []).sort()
  const register: Register = { entries: [], leftOut: [] }
  const leaveOut = (line: number, label: string, reason: RowRefusal) =>
    register.leftOut.push({ line, label, reason })
  const read: RegisterEntry[] = []
  for (const row of rows) {
    const entry = entryOf(row, earlier.at(-1))
    if ('refusal' in entry) leaveOut(row.line, labelOf(row), entry.refusal)
    else read.push(entry)
  }
  // Of two rows with one number neither can be trusted.
  const numbers = repeated(read.map(({ number }) => number))
  const bodies = repeated(read.flatMap(({ organisationNumber }) => organisationNumber ?? []))
  const counties = new Map<string, string>()
  for (const entry of read) {
    const { line, name, county, organisationNumber } = entry
    const known = counties.get(county.number) ?? county.name
    if (numbers.has(entry.number)) leaveOut(line, name, 'number-twice')
    else if (organisationNumber && bodies.has(organisationNumber))
      leaveOut(line, name, 'organisation-number-twice')
    else if (known !== county.name) leaveOut(line, name, 'county-named-twice')
    else {
      counties.set(county.number, county.name)
      register.entries.push(entry)
    }
  }
  register.leftOut.sort((a, b) => a.line - b.line)
  return register
}

function entryOf(
  { line, cells }: RegisterRow,
  year: string | undefined,
): RegisterEntry | Refused<RowRefusal> {
  const cell = (column: string) => cleanLine(cells[column] ?? '')
  const number = cell('kommunenr')
  const name = cell('navn_norsk')
  const county = { number: cell('fylkenr'), name: cell('fylke') }
  const form = cell('maalform').toLowerCase()
  const writtenForm = form === '' ? 'neutral' : Object.hasOwn(FORMS, form) ? FORMS[form] : undefined
  const organisationNumber = cell('orgnr').replace(/\s/g, '') || null
  const before = year === undefined ? '' : cell(`kommunenr_${year}`)
  // 2100, 2 100 and 2.100 are the same number.
  const people = cell('innbyggere').replace(/[\s.]/g, '')
  const others = Object.entries(LANGUAGES).map(([column, lang]) => [lang, cell(column)] as const)
  const names = Object.fromEntries([['no', name], ...others].filter(([, said]) => said !== ''))
  const officialName = cell('navn_offisielt') || name
  if (!isMunicipalityNumber(number)) return refuse('number-unusable')
  if (name === '') return refuse('name-missing')
  if ([officialName, county.name, ...Object.values<string>(names)].some((said) => said.length > longest))
    return refuse('name-too-long')
  if (!/^\d{2}$/.test(county.number) || county.name === '') return refuse('county-unusable')
  if (writtenForm === undefined) return refuse('written-form-unknown')
  if (organisationNumber !== null && !isOrganisationNumber(organisationNumber))
    return refuse('organisation-number-unusable')
  if (before !== '' && !isMunicipalityNumber(before)) return refuse('number-before-unusable')
  if (!/^\d{0,8}$/.test(people)) return refuse('inhabitants-unusable')
  return {
    ...{ line, number, name, officialName, names, county, writtenForm, organisationNumber },
    inhabitants: people === '' ? null : Number(people),
    before: before === '' || before === number ? null : { number: before, year: Number(year) },
  }
}

const labelOf = ({ cells }: RegisterRow) => cleanLine(cells.navn_norsk || cells.kommunenr || '').slice(0, 80)

function repeated(all: readonly string[]): Set<string> {
  return new Set(all.filter((one, place) => all.indexOf(one) !== place))
}

/** The last day under the number of before, and the first under the one of now: they change with the year. */
export function turnOf({ year }: { year: number }): { lastDay: string; firstDay: string } {
  return { lastDay: `${year}-12-31`, firstDay: `${year + 1}-01-01` }
}
