import { type OrganisationKind, respondentOf } from '#app/features/organisations/organisation.ts'
import type { QuestionKind } from '#app/features/questionnaires/question.ts'
import type { FileKind } from '#app/platform/files/file-kind.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import type { AnswerRow } from './answer-rows.ts'
import type { Channel } from './channel.ts'
import type { PersonNaming } from './naming.ts'
import { WRITTEN_LANGUAGES, type WrittenLanguage } from './written-language.ts'

/**
 * Who wrote a letter: a body of some kind or a private person, by the name on the letter. `organisationId` where somebody
 * has said which body on record it is; `apart` where it is a person of whom nothing is known, unlike any other.
 */
export type LetterSender = {
  kind: OrganisationKind | 'person'
  name: string
  organisationId?: string
  apart?: string
}

/** What a letter says to one question. */
export type LetterAnswer = { questionId: string; kind: QuestionKind; row: AnswerRow }

/** A file of a letter, kept in the storage. `said`: it is the letter itself, whose words are registered as its text. */
export type LetterFile = { sha256: string; name: string; kind: FileKind; size: number; said: boolean }

/**
 * What came another way than through Innspill. `externalId` is its id where it came from, unique in a round; `key` is that
 * of the form it was registered by. A letter that says there is nothing to remark may do so without a text. `text` answers
 * the general question, `answers` the others.
 */
export type Letter = {
  externalId: string | null
  key?: string
  sender: LetterSender
  receivedOn: string | null
  lang: WrittenLanguage
  noRemarks: boolean
  text: string
  channel?: Channel
  naming?: PersonNaming | null
  spoken?: { meetingId: string | null; speaker: string }
  answers?: readonly LetterAnswer[]
  files?: readonly LetterFile[]
}

/** The fields of a line; `line` is the line as a whole. */
export type LetterField =
  | 'line'
  | 'id'
  | 'respondent'
  | 'type'
  | 'date'
  | 'lang'
  | 'language'
  | 'noRemarks'
  | 'text'

/** Why a field is not taken. */
export type LetterRefusal =
  | 'not-json'
  | 'not-an-object'
  | 'missing'
  | 'not-text'
  | 'damaged'
  | 'too-long'
  | 'unknown-type'
  | 'not-a-date'
  | 'unknown-language'
  | 'not-yes-or-no'
  | 'registered-otherwise'
  | 'taken-back'
  | 'withdrawn'

/** One thing wrong with a line, with what stood there when it helps to see it. */
export type LetterFault = { field: LetterField; refusal: LetterRefusal; found?: string }

/** Reads one line of an import: a letter, or everything that is wrong with it. Never throws. */
export function readLetter(
  line: string,
): { letter: Letter } | { externalId: string | null; faults: LetterFault[] } {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch {
    return { externalId: null, faults: [{ field: 'line', refusal: 'not-json' }] }
  }
  return letterOf(raw)
}

/** The same of a value that is parsed already. */
export function letterOf(
  raw: unknown,
): { letter: Letter } | { externalId: string | null; faults: LetterFault[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { externalId: null, faults: [{ field: 'line', refusal: 'not-an-object' }] }
  const fields = raw as Record<string, unknown>
  const faults: LetterFault[] = []
  const take = <T>(field: LetterField, outcome: Read<T>): T | null => {
    if ('value' in outcome) return outcome.value
    faults.push({ field, ...outcome })
    return null
  }
  const langField = present(fields.lang) || !present(fields.language) ? 'lang' : 'language'
  const externalId = take('id', readId(fields.id))
  const name = take('respondent', readLine(fields.respondent, LONGEST_NAME))
  const kind = take('type', readKind(fields.type))
  const receivedOn = take('date', readDate(fields.date))
  const lang = take(langField, readLanguage(fields[langField]))
  const noRemarks = take('noRemarks', readYes(fields.noRemarks))
  // Nothing to remark needs no words; whoever has remarks must say them.
  const silent = noRemarks === true && isBlank(fields.text)
  const text = silent ? '' : take('text', readText(fields.text))
  if (
    externalId === null ||
    name === null ||
    kind === null ||
    lang === null ||
    noRemarks === null ||
    text === null ||
    faults.length > 0
  )
    return { externalId, faults }
  return { letter: { externalId, sender: { kind, name }, receivedOn, lang, noRemarks, text } }
}

type Read<T> = { value: T } | Omit<LetterFault, 'field'>

const LONGEST_ID = 200
const LONGEST_NAME = 300

const present = (value: unknown) => value !== undefined && value !== null && value !== ''

/** NUL or half a character: something went wrong on the way, and mending it by guess would alter what was written. */
const damaged = (text: string) => text.includes('\u0000') || !text.isWellFormed()

function readLine(raw: unknown, longest: number): Read<string> {
  if (!present(raw)) return { refusal: 'missing' }
  if (typeof raw !== 'string') return { refusal: 'not-text' }
  if (damaged(raw)) return { refusal: 'damaged' }
  const value = cleanLine(raw)
  if (value === '') return { refusal: 'missing' }
  return value.length > longest ? { refusal: 'too-long' } : { value }
}

function readId(raw: unknown): Read<string> {
  return readLine(Number.isSafeInteger(raw) ? String(raw) : raw, LONGEST_ID)
}

function readKind(raw: unknown): Read<LetterSender['kind']> {
  const word = readLine(raw, LONGEST_NAME)
  if (!('value' in word)) return word
  const known = respondentOf(word.value)
  if ('refusal' in known) return { refusal: 'unknown-type', found: word.value }
  return { value: known.respondent === 'person' ? 'person' : known.kind }
}

function readLanguage(raw: unknown): Read<WrittenLanguage> {
  const word = readLine(raw, LONGEST_NAME)
  if (!('value' in word)) return word
  const tag = word.value.toLowerCase().split('-')[0]
  const value = WRITTEN_LANGUAGES.find((language) => language === (tag === 'no' ? 'nb' : tag))
  return value ? { value } : { refusal: 'unknown-language', found: word.value }
}

const isBlank = (raw: unknown) => !present(raw) || (typeof raw === 'string' && cleanLine(raw) === '')

function readYes(raw: unknown): Read<boolean> {
  if (!present(raw)) return { value: false }
  return typeof raw === 'boolean' ? { value: raw } : { refusal: 'not-yes-or-no' }
}

function readText(raw: unknown): Read<string> {
  if (!present(raw)) return { refusal: 'missing' }
  if (typeof raw !== 'string') return { refusal: 'not-text' }
  if (damaged(raw)) return { refusal: 'damaged' }
  return cleanLine(raw) === '' ? { refusal: 'missing' } : { value: raw }
}

const YEAR = /^[1-9]\d{3}$/
const DAY = /^([1-9]\d{3})-(\d{2})-(\d{2})$/
const TIME =
  /^([1-9]\d{3}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * The day or year a letter says of itself, as it says it: '2011' stays a year, a moment becomes its day where it was
 * written (no time zone is applied), nothing stays nothing.
 */
function readDate(raw: unknown): Read<string | null> {
  if (raw === undefined || raw === null) return { value: null }
  if (typeof raw !== 'string' && typeof raw !== 'number') return { refusal: 'not-a-date' }
  const written = String(raw).trim()
  if (written === '' || YEAR.test(written)) return { value: written || null }
  const day = TIME.exec(written)?.[1] ?? written
  return isDay(day) && typeof raw === 'string' ? { value: day } : { refusal: 'not-a-date', found: written }
}

function isDay(written: string): boolean {
  const [, year, month, day] = (DAY.exec(written) ?? []).map(Number)
  if (!year || !month || !day) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

type Keyed = { kind: string; name: string; organisationId?: string; apart?: string }

/** Equal for the same sender: the body that was said, else kind and name, without regard to case and white space. */
export function senderKey({ kind, name, organisationId, apart }: Keyed): string {
  if (organisationId !== undefined) return `on record ${organisationId}`
  return apart === undefined ? `${kind} ${cleanLine(name).toLowerCase()}` : `apart ${apart}`
}

/** A letter's text as an answer holds it. A new page is a new line: words on two pages are not one word. */
export function letterDoc(text: string): RichTextDoc {
  return docFromPlainText(text.replace(/[\f\v\u0085]/g, '\n'))
}
