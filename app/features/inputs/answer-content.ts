import type { Importance, NO_OPINION, Quadrant, Question } from '#app/features/questionnaires/question.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'

/** The words in the four fields of a SWOT at one level; fields without words are ''. */
export type SwotCells = Record<Quadrant, string>

/** Somebody who takes part, and whether for the political or the administrative leadership. */
export type Participant = { name: string; role: string; leadership?: 'political' | 'administrative' }

/**
 * One answer, by kind; the general question is answered like any other text. No answer at all is null. What is begun
 * and not yet an answer has its kind with nothing in it: a choice or step of '', an empty list, no cells.
 */
export type AnswerContent = { importance?: Importance } & (
  | { kind: 'rich-text'; body: RichTextDoc }
  | { kind: 'single-choice'; choice: string }
  | { kind: 'multiple-choice'; choices: string[] }
  | { kind: 'scale'; value: number | typeof NO_OPINION | '' }
  | { kind: 'ranking'; order: string[] }
  | { kind: 'swot'; cells: Record<string, SwotCells> }
  | { kind: 'table'; cells: Record<string, Record<string, string | number>> }
  | { kind: 'acceptance'; choice: string; note?: string }
  | { kind: 'participants'; people: Participant[] }
  | { kind: 'file'; attachments: string[] }
)

/** What answers are judged by of their question. */
export type Judged = Pick<Question, 'kind' | 'options' | 'settings'>
