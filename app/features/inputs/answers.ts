import {
  asksForText,
  NO_OPINION,
  type Question,
  type QuestionKind,
  scaleSteps,
} from '#app/features/questionnaires/question.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { parseRichText, type RichTextRefusal } from '#app/platform/rich-text/document-schema.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'

/** One answer, by kind. The general question is answered like any other text. No answer at all is null. */
export type AnswerContent =
  | { kind: 'rich-text'; body: RichTextDoc }
  | { kind: 'single-choice'; choice: string }
  | { kind: 'scale'; value: number | typeof NO_OPINION }

/** Why an answer is not taken in. */
export type AnswerRefusal = RichTextRefusal | 'unknown-choice' | 'not-on-the-scale'

/** An answer as its row holds it: a text in `body`, a choice or a step in `choice`. */
export type AnswerRow = { body: RichTextDoc | null; choice: string | null }

/** Takes in what was sent as the answer to a question; nothing sent is no answer, which is not a refusal. */
export function parseAnswer(
  question: Pick<Question, 'kind' | 'options'>,
  raw: unknown,
): { answer: AnswerContent | null } | Refused<AnswerRefusal> {
  if (raw === undefined || raw === null || raw === '') return { answer: null }
  if (asksForText(question.kind)) return parseText(raw)
  const key = typeof raw === 'string' || typeof raw === 'number' ? String(raw) : null
  if (question.kind === 'scale') {
    if (key === NO_OPINION) return { answer: { kind: 'scale', value: NO_OPINION } }
    const value = scaleSteps(question).find((step) => String(step) === key)
    return value === undefined ? refuse('not-on-the-scale') : { answer: { kind: 'scale', value } }
  }
  const choice = question.options?.find((option) => option.key === key)?.key
  return choice === undefined ? refuse('unknown-choice') : { answer: { kind: 'single-choice', choice } }
}

function parseText(raw: unknown): { answer: AnswerContent | null } | Refused<RichTextRefusal> {
  const outcome = parseRichText(raw)
  if ('refusal' in outcome) return outcome
  return { answer: { kind: 'rich-text', body: outcome.doc } }
}

/** Whether there is an answer: a text with words, a choice, a step. Saying "no opinion" is an answer. */
export function isAnswered(answer: AnswerContent | null | undefined): answer is AnswerContent {
  if (!answer) return false
  return answer.kind !== 'rich-text' || canonicalText(answer.body) !== ''
}

/** The required questions that stand without an answer, in the order they are asked. */
export function answersMissing(
  questions: readonly Pick<Question, 'id' | 'required'>[],
  answers: ReadonlyMap<string, AnswerContent | null>,
): string[] {
  return questions
    .filter((question) => question.required && !isAnswered(answers.get(question.id)))
    .map((question) => question.id)
}

/** Whether any question at all is answered. */
export function anythingWritten(answers: Iterable<AnswerContent | null>): boolean {
  return [...answers].some(isAnswered)
}

/** The canonical text of a written answer; null for a choice or a step, which have no passages. */
export function answerText(answer: AnswerContent): string | null {
  return answer.kind === 'rich-text' ? canonicalText(answer.body) : null
}

/** An answer as a row holds it. */
export function answerToRow(answer: AnswerContent | null): AnswerRow {
  if (answer?.kind === 'rich-text') return { body: answer.body, choice: null }
  if (answer?.kind === 'single-choice') return { body: null, choice: answer.choice }
  return { body: null, choice: answer === null ? null : String(answer.value) }
}

/** A row read back as the answer it holds. */
export function answerFromRow(kind: QuestionKind, row: AnswerRow): AnswerContent | null {
  if (asksForText(kind)) return row.body === null ? null : { kind: 'rich-text', body: row.body }
  if (row.choice === null) return null
  if (kind === 'single-choice') return { kind, choice: row.choice }
  return { kind: 'scale', value: row.choice === NO_OPINION ? NO_OPINION : Number(row.choice) }
}
