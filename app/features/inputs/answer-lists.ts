import { MOST } from '#app/features/questionnaires/question-settings.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import type { AnswerContent, Judged, Participant } from './answer-content.ts'
import { keysIn, listIn, wordsIn } from './sent-parts.ts'

export type PeopleRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'too-few-people'
  | 'too-many-people'
  | 'unknown-choice'
export type FilesRefusal = 'too-many-files' | 'unknown-choice'

type Asked = Pick<Judged, 'settings'>

const LONGEST_NAME = 200

/** Those who take part, each with a name; rows with nothing in them are no people. */
export function parsePeople(
  { settings }: Asked,
  sent: unknown,
): { answer: Extract<AnswerContent, { kind: 'participants' }> } | Refused<PeopleRefusal> {
  const rows = listIn(sent, 'people')
  if (rows === null) return refuse('too-many-people')
  const people: Participant[] = []
  for (const row of rows) {
    const name = cleanLine(wordsIn(row, 'name'))
    const role = cleanLine(wordsIn(row, 'role'))
    const leadership = wordsIn(row, 'leadership')
    if (name === '' && role === '' && leadership === '') continue
    if (name === '') return refuse('name-missing')
    if (name.length > LONGEST_NAME || role.length > LONGEST_NAME) return refuse('name-too-long')
    if (leadership !== '' && leadership !== 'political' && leadership !== 'administrative')
      return refuse('unknown-choice')
    people.push({ name, role, ...(leadership !== '' && { leadership }) })
  }
  if (people.length > 0 && people.length < (settings?.fewest ?? 0)) return refuse('too-few-people')
  if (people.length > (settings?.most ?? MOST.people)) return refuse('too-many-people')
  return { answer: { kind: 'participants', people } }
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The files that answer a question, by their ids; whether they are the sender's own is asked where they are stored. */
export function parseFiles(
  { settings }: Asked,
  sent: unknown,
): { answer: Extract<AnswerContent, { kind: 'file' }> } | Refused<FilesRefusal> {
  const ids = keysIn(sent, 'attachments')
  if (ids === null || ids.some((id) => !ID.test(id))) return refuse('unknown-choice')
  const attachments = [...new Set(ids)]
  if (attachments.length > (settings?.most ?? MOST.files)) return refuse('too-many-files')
  return { answer: { kind: 'file', attachments } }
}
