import {
  asksImportance,
  IMPORTANCES,
  type Importance,
  type Question,
} from '#app/features/questionnaires/question.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { type CellsRefusal, parseSwot, parseTable } from './answer-cells.ts'
import {
  type ChoiceRefusal,
  parseAcceptance,
  parseChoice,
  parseChoices,
  parseRanking,
  parseStep,
} from './answer-choices.ts'
import type { AnswerContent, Judged } from './answer-content.ts'
import { type FilesRefusal, type PeopleRefusal, parseFiles, parsePeople } from './answer-lists.ts'
import { parseText, type TextRefusal } from './answer-texts.ts'

export type { AnswerContent, Judged, SwotCells } from './answer-content.ts'
export { answerFromRow, answerToRow } from './answer-rows.ts'

/** Why an answer is not taken in. */
export type AnswerRefusal = TextRefusal | ChoiceRefusal | CellsRefusal | PeopleRefusal | FilesRefusal

/** An answer taken in. `simplified`: the text came without script and lost formatting it had. */
export type Parsed = { answer: AnswerContent | null; simplified?: boolean }

/**
 * Takes in what was sent as the answer to a question: what `sentAnswer` gathered, an AnswerContent, or the JSON of
 * one. A text that came without formatting keeps that of `stored` where its words are unchanged. Nothing sent is no
 * answer, which is not a refusal; neither is what is only begun.
 */
export function parseAnswer(
  question: Judged,
  raw: unknown,
  stored: RichTextDoc | null = null,
): Parsed | Refused<AnswerRefusal> {
  const sent = opened(raw)
  if (sent === undefined || sent === null || sent === '') return { answer: null }
  const parsed = parseKind(question, sent, stored)
  if ('refusal' in parsed) return parsed
  const importance = parseImportance(question, sent)
  if (importance !== null && typeof importance === 'object') return importance
  const answer = importance === null ? parsed.answer : { ...parsed.answer, importance }
  return { ...parsed, answer: importance === null && isBlank(answer) ? null : answer }
}

function parseKind(
  question: Judged,
  sent: unknown,
  stored: RichTextDoc | null,
): { answer: AnswerContent; simplified?: boolean } | Refused<AnswerRefusal> {
  switch (question.kind) {
    case 'rich-text':
    case 'general':
      return parseText(question, sent, stored)
    case 'single-choice':
      return parseChoice(question, sent)
    case 'multiple-choice':
      return parseChoices(question, sent)
    case 'scale':
      return parseStep(question, sent)
    case 'ranking':
      return parseRanking(question, sent)
    case 'acceptance':
      return parseAcceptance(question, sent)
    case 'swot':
      return parseSwot(question, sent)
    case 'table':
      return parseTable(question, sent)
    case 'participants':
      return parsePeople(question, sent)
    case 'file':
      return parseFiles(question, sent)
  }
}

// A conflict carries one's own answer as JSON in a hidden field.
function opened(raw: unknown): unknown {
  if (typeof raw !== 'string' || !raw.startsWith('{') || raw.length > 4_000_000) return raw
  try {
    return JSON.parse(raw)
  } catch {
    return raw
  }
}

function parseImportance(question: Judged, sent: unknown): Importance | null | Refused<'unknown-choice'> {
  if (!asksImportance(question) || typeof sent !== 'object' || sent === null) return null
  const given = 'importance' in sent ? sent.importance : undefined
  if (given === undefined || given === null || given === '') return null
  return IMPORTANCES.find((importance) => String(importance) === String(given)) ?? refuse('unknown-choice')
}

// A text without words stays as it was written, so that the editor stays as it stood; everything else without
// anything in it is as good as no answer.
function isBlank(answer: AnswerContent): boolean {
  return answer.kind !== 'rich-text' && !isAnswered(answer)
}

/**
 * Whether there is an answer: a text with words, something chosen, ranked, listed or filled in. Saying "no opinion" is
 * an answer, and so are words to an acceptance that chooses nothing; how important something is alone is none.
 */
export function isAnswered(answer: AnswerContent | null | undefined): answer is AnswerContent {
  if (!answer) return false
  switch (answer.kind) {
    case 'rich-text':
      return canonicalText(answer.body) !== ''
    case 'single-choice':
      return answer.choice !== ''
    case 'multiple-choice':
      return answer.choices.length > 0
    case 'scale':
      return answer.value !== ''
    case 'ranking':
      return answer.order.length > 0
    case 'swot':
    case 'table':
      return Object.keys(answer.cells).length > 0
    case 'acceptance':
      return answer.choice !== '' || answer.note !== undefined
    case 'participants':
      return answer.people.length > 0
    case 'file':
      return answer.attachments.length > 0
  }
}

/** The canonical text of a written answer; null for every other kind. */
export function answerText(answer: AnswerContent): string | null {
  return answer.kind === 'rich-text' ? canonicalText(answer.body) : null
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
