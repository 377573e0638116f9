import type { OrganisationKind } from '#app/features/organisations/organisation.ts'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { type Channel, SINGLE_CHANNELS } from './channel.ts'
import { WRITTEN_LANGUAGES, type WrittenLanguage } from './written-language.ts'

/** What a column of a table may hold, beside the answer to one question. */
export const IMPORT_FIELDS = [
  'sender',
  'number',
  'kind',
  'received',
  'channel',
  'lang',
  'noRemarks',
  'id',
  'text',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What a column is: a field, a question by its id, or nothing that is taken. */
export type ColumnRole = ImportField | `question:${string}` | null

/** What each column is, and what holds for every row that does not say otherwise. */
export type Mapping = {
  columns: ColumnRole[]
  kind: OrganisationKind | 'person' | null
  channel: Channel
  received: string
  lang: WrittenLanguage
}

/** Why columns cannot be read like this; `at` is the column it shows in. */
export type MappingProblem =
  | { reason: 'sender-unmapped' | 'nothing-mapped' }
  | { reason: 'role-twice'; at: number }

/** Kinds of question a column can answer: a text, or a choice written as it stands on the page. */
export const isMappable = ({ kind }: Pick<AskedQuestion, 'kind'>) =>
  ['rich-text', 'single-choice', 'multiple-choice', 'scale'].includes(kind)

const words: Record<ImportField, RegExp> = {
  sender:
    /^(avsender|avsendar|navn|namn|respondent|virksomhet|verksemd|organisasjon|kommune|høringsinstans|fra|frå|name|sender)$/,
  number: /^(org|organisasjons|kommune|k)[. ]?-?(nummer|nr)\.?$/,
  kind: /^(type|slag|kategori|(avsender|avsendar|respondent)[- ]?type|type (avsender|avsendar))$/,
  received: /^(dato|date|mottatt|motteke|mottatt dato|dato mottatt|innsendt|innkommet|received)$/,
  channel: /^(kanal|channel|kom som)$/,
  lang: /^(språk|målform|lang|language)$/,
  noRemarks: /^(ingen|uten|utan) merknad(er|ar)?$/,
  id: /^(id|referanse|ref|løpenummer|journalpost|saksnummer)\.?$/,
  text: /^(tekst|text|innspill|innspel|svar|høringssvar|merknad(er|ar)?|kommentar(er|ar)?|generelt?)$/,
}

const plain = (heading: string) =>
  cleanLine(heading)
    .toLowerCase()
    .replace(/[:?*]+$/, '')

/** Where a heading stands more than once: nobody can say which of them is meant but whoever looks. */
export function doubledHeadings(columns: readonly string[]): { heading: string; at: number[] }[] {
  const places = new Map<string, number[]>()
  for (const [at, heading] of columns.entries()) {
    const key = plain(heading)
    if (key !== '') places.set(key, [...(places.get(key) ?? []), at])
  }
  return [...places.values()].flatMap((at) =>
    at.length > 1 ? [{ heading: columns[at[0] ?? 0] ?? '', at }] : [],
  )
}

/** What the headings most likely mean, each role once; doubled headings are left to whoever looks. */
export function proposedRoles(
  columns: readonly string[],
  questions: readonly Pick<AskedQuestion, 'id' | 'kind' | 'position' | 'title'>[],
): ColumnRole[] {
  const doubled = new Set(doubledHeadings(columns).flatMap(({ at }) => at))
  const taken = new Set<ColumnRole>()
  const mappable = questions.filter(isMappable)
  return columns.map((heading, at) => {
    if (doubled.has(at)) return null
    const key = plain(heading)
    const field = IMPORT_FIELDS.find((one) => words[one].test(key))
    const question = mappable.find(
      ({ position, title }) =>
        Object.values(title).some((text) => plain(text ?? '') === key) ||
        new RegExp(`^(spørsmål|sp\\.?) ?${position}\\b`).test(key),
    )
    const role: ColumnRole = field ?? (question ? `question:${question.id}` : null)
    if (role === null || taken.has(role)) return null
    taken.add(role)
    return role
  })
}

/** Whether columns can be read like this: somebody sent it, it says something, and nothing stands twice. */
export function mappingProblems({ columns }: Pick<Mapping, 'columns'>): MappingProblem[] {
  const problems: MappingProblem[] = []
  for (const [at, role] of columns.entries())
    if (role !== null && columns.indexOf(role) < at) problems.push({ reason: 'role-twice', at })
  const has = (...roles: ImportField[]) => roles.some((role) => columns.includes(role))
  if (!has('sender', 'number')) problems.push({ reason: 'sender-unmapped' })
  if (!has('text', 'noRemarks') && !columns.some((role) => role?.startsWith('question:')))
    problems.push({ reason: 'nothing-mapped' })
  return problems
}

const channelWords: Record<string, Channel> = {
  ...{ 'e-post': 'e-mail', epost: 'e-mail', 'e-mail': 'e-mail', email: 'e-mail', mail: 'e-mail' },
  ...{ brev: 'letter', post: 'letter', papir: 'letter', letter: 'letter' },
  ...{ muntlig: 'oral', munnleg: 'oral', møte: 'oral', oral: 'oral', telefon: 'oral' },
  ...{ fil: 'file', file: 'file', regneark: 'file', rekneark: 'file' },
}

/** How a row says that it came; null where the word is none we know. */
export const channelOf = (word: string): Channel | null => channelWords[plain(word)] ?? null

const languageWords: Record<string, WrittenLanguage> = {
  ...{ bokmål: 'nb', norsk: 'nb', no: 'nb', nynorsk: 'nn', engelsk: 'en', english: 'en' },
  ...{ svensk: 'sv', finsk: 'fi', nordsamisk: 'se', davvisámegiella: 'se', samisk: 'se' },
}

/** The language a row says; null where the word is none we know. */
export function languageIn(word: string): WrittenLanguage | null {
  const key = plain(word)
  return WRITTEN_LANGUAGES.find((one) => one === key) ?? languageWords[key] ?? null
}

/** A yes or no as people write it in a table; null where it is neither. */
export function yesIn(word: string): boolean | null {
  const key = plain(word)
  if (['', 'nei', 'no', 'false', 'usann', '0', '-'].includes(key)) return false
  return ['ja', 'x', 'yes', 'true', 'sann', '1', 'ingen', 'ingen merknad', 'ingen merknader'].includes(key)
    ? true
    : null
}

/** The channels a whole table may have come by. */
export const TABLE_CHANNELS: readonly Channel[] = ['file', ...SINGLE_CHANNELS]
