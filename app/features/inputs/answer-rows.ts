import {
  asksForText,
  IMPORTANCES,
  NO_OPINION,
  QUADRANTS,
  type QuestionKind,
} from '#app/features/questionnaires/question.ts'
import type { TextLanguage } from '#app/platform/localised-text.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import type { AnswerContent, Judged, Participant, SwotCells } from './answer-content.ts'
import { keysIn, listIn, partOf, wordsIn } from './sent-parts.ts'
import { writtenOut } from './written-out.ts'

/**
 * An answer as its row holds it: a text in `body`, a choice or a step in `choice`, what has more shape in `data`. Words
 * in several fields are in `data` as they were filled in and in `body` written out as one text, which is what passages,
 * masks, quotes and search work on.
 */
export type AnswerRow = {
  body: RichTextDoc | null
  choice: string | null
  data: unknown
  importance: number | null
}

/** An answer as a row holds it, written out in the language of its sender where it has words in several fields. */
export function answerToRow(answer: AnswerContent | null, question: Judged, lang: TextLanguage): AnswerRow {
  if (answer === null) return { body: null, choice: null, data: null, importance: null }
  return { ...shaped(answer, question, lang), importance: answer.importance ?? null }
}

function shaped(answer: AnswerContent, question: Judged, lang: TextLanguage): Omit<AnswerRow, 'importance'> {
  const none = { body: null, choice: null, data: null }
  const body = writtenOut(answer, question, lang)
  switch (answer.kind) {
    case 'rich-text':
      return { ...none, body: answer.body }
    case 'single-choice':
      return { ...none, choice: answer.choice || null }
    case 'scale':
      return { ...none, choice: String(answer.value) || null }
    case 'multiple-choice':
      return { ...none, data: answer.choices.length > 0 ? { choices: answer.choices } : null }
    case 'ranking':
      return { ...none, data: answer.order.length > 0 ? { order: answer.order } : null }
    case 'swot':
    case 'table':
      return { ...none, body, data: Object.keys(answer.cells).length > 0 ? { cells: answer.cells } : null }
    case 'acceptance':
      return {
        body,
        choice: answer.choice || null,
        data: answer.note === undefined ? null : { note: answer.note },
      }
    case 'participants':
      return { ...none, data: answer.people.length > 0 ? { people: answer.people } : null }
    case 'file':
      return { ...none, data: answer.attachments.length > 0 ? { attachments: answer.attachments } : null }
  }
}

/** A row read back as the answer it holds. */
export function answerFromRow(kind: QuestionKind, row: AnswerRow): AnswerContent | null {
  const importance = IMPORTANCES.find((step) => step === row.importance)
  if (row.body === null && row.choice === null && row.data === null && importance === undefined) return null
  const answer = read(kind, row)
  return answer && (importance === undefined ? answer : { ...answer, importance })
}

function read(kind: QuestionKind, { body, choice, data }: AnswerRow): AnswerContent | null {
  if (asksForText(kind))
    return { kind: 'rich-text', body: body ?? { type: 'doc', content: [{ type: 'paragraph' }] } }
  switch (kind) {
    case 'single-choice':
      return { kind, choice: choice ?? '' }
    case 'scale':
      return { kind, value: choice === null ? '' : choice === NO_OPINION ? NO_OPINION : Number(choice) }
    case 'multiple-choice':
      return { kind, choices: keysIn(data, 'choices') ?? [] }
    case 'ranking':
      return { kind, order: keysIn(data, 'order') ?? [] }
    case 'acceptance': {
      const note = wordsIn(data, 'note')
      return { kind, choice: choice ?? '', ...(note !== '' && { note }) }
    }
    case 'swot':
      return { kind, cells: mapped(partOf(data, 'cells'), swotCells) }
    case 'table':
      return { kind, cells: mapped(partOf(data, 'cells'), tableCells) }
    case 'participants':
      return { kind, people: (listIn(data, 'people') ?? []).map(participant) }
    default:
      return { kind: 'file', attachments: keysIn(data, 'attachments') ?? [] }
  }
}

function mapped<Value>(record: unknown, read: (value: unknown) => Value): Record<string, Value> {
  if (typeof record !== 'object' || record === null) return {}
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, read(value)]))
}

function swotCells(level: unknown): SwotCells {
  const [strengths, weaknesses, opportunities, threats] = QUADRANTS.map((quadrant) =>
    wordsIn(level, quadrant),
  )
  return {
    strengths: strengths ?? '',
    weaknesses: weaknesses ?? '',
    opportunities: opportunities ?? '',
    threats: threats ?? '',
  }
}

function tableCells(row: unknown): Record<string, string | number> {
  return mapped(row, (cell) => (typeof cell === 'number' ? cell : String(cell ?? '')))
}

function participant(row: unknown): Participant {
  const leadership = wordsIn(row, 'leadership')
  const known = leadership === 'political' || leadership === 'administrative'
  return { name: wordsIn(row, 'name'), role: wordsIn(row, 'role'), ...(known && { leadership }) }
}

/** What the public may get of an answer beside its text. */
export type PublicPart = Pick<AnswerRow, 'choice' | 'data' | 'importance'>

/**
 * What the public gets of an answer beside its text; null where nothing of it is for the public. Words never come this
 * way: what is written out in `body` is masked there, so `data` that repeats it stays behind, and so do lists of people
 * and files. `kind` is null for what was said to something else than a question.
 */
export function publicPart(kind: QuestionKind | null, row: AnswerRow): PublicPart | null {
  const { choice, data, importance } = row
  if (kind === 'participants' || kind === 'file') return null
  const shown = kind === 'multiple-choice' || kind === 'ranking' || (kind === 'table' && row.body === null)
  return { choice, data: shown ? data : null, importance }
}
