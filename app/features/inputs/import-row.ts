import { type OrganisationKind, respondentOf } from '#app/features/organisations/organisation.ts'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { type AnswerContent, answerToRow, isAnswered, parseAnswer } from './answers.ts'
import {
  type ColumnRole,
  channelOf,
  type ImportField,
  languageIn,
  type Mapping,
  yesIn,
} from './import-mapping.ts'
import { receivedDay } from './intake.ts'
import type { PersonNaming } from './naming.ts'
import type { Letter, LetterAnswer, LetterSender } from './registration.ts'
import type { RowProblem } from './row-problem.ts'

/** A body on record, as a row is matched with it. */
export type OnRecord = { id: string; name: string; kind: OrganisationKind; numbers: string[] }

/** The register, for finding the senders of many rows. */
export type Register = {
  byNumber: ReadonlyMap<string, OnRecord>
  byName: ReadonlyMap<string, readonly OnRecord[]>
}

export const nameKey = (name: string) => cleanLine(name).toLowerCase()

/** What rows are read by: the columns, the register, the questions, whose file it is, and what time it is. */
export type RowReading = {
  mapping: Mapping
  columns: number
  questions: readonly AskedQuestion[]
  register: Register
  /** Stands in front of the row's number where the table has no ids of its own. */
  source: string
  naming: PersonNaming | null
  now: Date
  /** The rows that ids were first seen in. */
  seen: Map<string, number>
}

const longestName = 300
const longestId = 200

type Read = { letter: Letter } | { problems: RowProblem[] }

/** Reads a row of a table as a letter, or says everything that is wrong with it. Formulas in it are text like any other. */
export function readRow(
  { row, cells }: { row: number; cells: readonly string[] },
  reading: RowReading,
): Read {
  const { mapping, now } = reading
  const problems: RowProblem[] = []
  const placeOf = (role: ColumnRole) => mapping.columns.indexOf(role)
  const cell = (role: ColumnRole) => (placeOf(role) < 0 ? '' : (cells[placeOf(role)] ?? '').trim())
  const wrong = (role: ColumnRole, reason: RowProblem['reason'], value = cell(role)) => {
    const at = placeOf(role)
    problems.push({ row, at: at < 0 ? null : at, reason, ...(value && { value: value.slice(0, 60) }) })
  }
  const known = <T>(
    role: ImportField,
    read: (word: string) => T | null,
    otherwise: T,
    reason: RowProblem['reason'],
  ) => {
    if (cell(role) === '') return otherwise
    const found = read(cell(role))
    if (found === null) wrong(role, reason)
    return found ?? otherwise
  }
  const beyond = cells.findIndex((words, at) => at >= reading.columns && words !== '')
  if (beyond >= 0)
    problems.push({
      row,
      at: beyond,
      reason: 'cells-beyond-headings',
      value: cells[beyond]?.slice(0, 60) ?? '',
    })
  const channel = known('channel', channelOf, mapping.channel, 'channel-unknown')
  const lang = known('lang', languageIn, mapping.lang, 'lang-unknown')
  const noRemarks = known('noRemarks', yesIn, false, 'not-yes-or-no')
  const received = dayIn(cell('received') || mapping.received, now)
  if ('refusal' in received) wrong('received', received.refusal)
  const sender = senderIn(cell, reading, wrong)
  const id = cleanLine(cell('id'))
  if (id.length > longestId) wrong('id', 'id-too-long')
  const externalId = id === '' ? `${reading.source}/${row}` : id
  const before = reading.seen.get(externalId)
  if (before === undefined) reading.seen.set(externalId, row)
  else wrong('id', 'id-twice', String(before))
  const answers = noRemarks ? [] : answersIn(cell, lang === 'nn' ? 'nn' : 'nb', reading, wrong)
  const text = noRemarks ? '' : cell('text')
  if (!noRemarks && text === '' && answers.length === 0 && problems.length === 0)
    wrong('text', 'nothing-said')
  if (problems.length > 0 || sender === null || 'refusal' in received) return { problems }
  const naming = sender.kind === 'person' ? reading.naming : null
  return {
    letter: { externalId, sender, receivedOn: received.day, lang, noRemarks, text, channel, naming, answers },
  }
}

/** The day of a row, or none; a year alone and an ISO moment are taken as in letters of other imports. */
function dayIn(written: string, now: Date) {
  if (written.trim() === '') return { day: null }
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(written)?.[1] ?? written
  const read = receivedDay(day, { now })
  return 'refusal' in read && read.refusal === 'received-missing'
    ? { day: null }
    : (read as { day: string } | { refusal: 'received-no-day' | 'received-in-future' })
}

type Cell = (role: ColumnRole) => string
type Wrong = (role: ColumnRole, reason: RowProblem['reason']) => void

function senderIn(cell: Cell, { mapping, register }: RowReading, wrong: Wrong): LetterSender | null {
  const name = cleanLine(cell('sender'))
  const number = cell('number').replace(/[\s.]/g, '')
  const said = kindIn(cell('kind'))
  // What holds for rows that say nothing is for those who are not on record.
  const kind = said ?? mapping.kind
  const fail = (role: ColumnRole, reason: RowProblem['reason']) => {
    wrong(role, reason)
    return null
  }
  if (said === 'unknown' || kind === 'unknown') return fail('kind', 'kind-unknown')
  if (name.length > longestName) return fail('sender', 'name-too-long')
  if (number !== '') {
    const found = register.byNumber.get(number) ?? register.byNumber.get(number.padStart(4, '0'))
    if (found) return { kind: found.kind, name: found.name, organisationId: found.id }
    if (name === '' || kind === null) return fail('number', 'number-unknown')
  }
  if (name === '') return fail('sender', 'sender-missing')
  if (said === 'person') return { kind: said, name }
  const named = (register.byName.get(nameKey(name)) ?? []).filter(
    (body) => said === null || body.kind === said,
  )
  const [only, another] = named
  if (only && another) return fail('sender', 'name-ambiguous')
  if (only) return { kind: only.kind, name: only.name, organisationId: only.id }
  return kind === null ? fail('sender', 'kind-missing') : { kind, name }
}

function kindIn(word: string) {
  if (word === '') return null
  const known = respondentOf(word)
  if ('refusal' in known) return 'unknown' as const
  return known.respondent === 'person' ? ('person' as const) : known.kind
}

function answersIn(cell: Cell, lang: 'nb' | 'nn', { mapping, questions }: RowReading, wrong: Wrong) {
  const answers: LetterAnswer[] = []
  for (const role of mapping.columns) {
    if (!role?.startsWith('question:') || cell(role) === '') continue
    const question = questions.find(({ id }) => `question:${id}` === role)
    if (!question) {
      wrong(role, 'not-asked')
      continue
    }
    const parsed = parseAnswer(question, rawAnswer(question, cell(role)))
    if ('refusal' in parsed) wrong(role, parsed.refusal.startsWith('too-') ? 'too-long' : 'unknown-choice')
    else if (isAnswered(parsed.answer))
      answers.push({
        questionId: question.id,
        kind: question.kind,
        row: rowOf(parsed.answer, question, lang),
      })
  }
  return answers
}

const rowOf = (answer: AnswerContent, question: AskedQuestion, lang: 'nb' | 'nn') =>
  answerToRow(answer, question, lang)

/** A cell as the fields of its question would send it: choices are known by their words or their keys. */
function rawAnswer({ kind, options }: AskedQuestion, words: string) {
  const keyOf = (word: string) => {
    const key = nameKey(word)
    const found = options?.find(
      (option) =>
        nameKey(option.key) === key ||
        Object.values(option.label).some((label) => nameKey(label ?? '') === key),
    )
    return found?.key ?? word
  }
  if (kind === 'multiple-choice')
    return {
      choices: words
        .split(/[;\n|]/)
        .map((word) => word.trim())
        .filter(Boolean)
        .map(keyOf),
    }
  return kind === 'single-choice' || kind === 'scale' ? { choice: keyOf(words) } : { text: words }
}
