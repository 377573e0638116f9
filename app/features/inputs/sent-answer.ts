import { type Filled, partName } from '#app/features/questionnaires/filled.ts'
import { asksForText, QUADRANTS, type Question } from '#app/features/questionnaires/question.ts'
import { MOST } from '#app/features/questionnaires/question-settings.ts'
import { answerField } from './fields.ts'

/** What the fields of one answer sent, before anybody has judged it. Strings are as they were typed. */
export type RawAnswer = Omit<Filled, 'body' | 'files'>

const LONGEST_TEXT = 1_000_000

/** Names of the fields of an answer; without a part, of the text, the choice or the step itself. */
export function partField(questionId: string, ...parts: (string | number)[]): string {
  return partName(answerField(questionId), ...parts)
}

/** Whether the writing form holds the answer. Files are answered where they are uploaded, and a save leaves them alone. */
export function answeredInForm({ kind }: Pick<Question, 'kind'>): boolean {
  return kind !== 'file'
}

/**
 * Gathers what a form or the autosave sends for one question into what `parseAnswer` takes in. Reads the fields the
 * question has and nothing else; a file sent for a text is nothing.
 */
export function sentAnswer(
  form: FormData,
  question: Pick<Question, 'id' | 'kind' | 'options' | 'settings'>,
): RawAnswer {
  const { id, kind, options, settings } = question
  const read = (...parts: (string | number)[]) => word(form.get(partField(id, ...parts)))
  const importance = read('importance')
  const beside = importance === '' ? {} : { importance }
  if (asksForText(kind)) {
    // Never cut: half a document is not understood, a whole one is told that it is too long.
    const json = form.get(partField(id, 'json'))
    const document = typeof json === 'string' ? json : ''
    return { text: read(), ...(document !== '' && { document }), ...beside }
  }
  if (kind === 'single-choice' || kind === 'scale') return { choice: read(), ...beside }
  if (kind === 'acceptance') return { choice: read(), note: read('note') }
  if (kind === 'multiple-choice')
    return { choices: form.getAll(partField(id, 'choice')).slice(0, 200).map(word), ...beside }
  if (kind === 'ranking')
    return { ranks: gathered(options?.map(({ key }) => key) ?? [], (key) => read('rank', key)) }
  if (kind === 'swot')
    return {
      cells: gathered(settings?.levels?.map(({ key }) => key) ?? [], (level) =>
        gathered(QUADRANTS, (quadrant) => read(level, quadrant)),
      ),
    }
  if (kind === 'table')
    return {
      cells: gathered(settings?.rows?.map(({ key }) => key) ?? [], (row) =>
        gathered(settings?.columns?.map(({ key }) => key) ?? [], (column) => read(row, column)),
      ),
    }
  if (kind === 'participants') return { people: peopleSent(form, id) }
  return {}
}

function peopleSent(form: FormData, questionId: string) {
  const people: NonNullable<RawAnswer['people']> = []
  for (let at = 0; at <= MOST.people; at += 1) {
    const read = (part: string) => word(form.get(partField(questionId, 'person', at, part)))
    const person = { name: read('name'), role: read('role'), leadership: read('leadership') }
    if (Object.values(person).some((text) => text.trim() !== '')) people.push(person)
  }
  return people
}

function gathered<Value>(keys: readonly string[], read: (key: string) => Value): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, read(key)]))
}

function word(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : ''
}
