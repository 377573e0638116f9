import type { RichTextDoc } from '../../platform/rich-text/document.ts'
import { docFromPlainText } from '../../platform/rich-text/plain-text.ts'
import { asksForText, asksImportance, IMPORTANCES } from '../questionnaires/question.ts'
import { parseSwot, parseTable } from './answer-cells.ts'
import { parseAcceptance, parseChoice, parseChoices, parseRanking, parseStep } from './answer-choices.ts'
import { parsePeople } from './answer-lists.ts'
import { type AnswerContent, isAnswered, type Judged } from './answers.ts'
import type { RawAnswer } from './sent-answer.ts'

/**
 * What stands in the fields of a question, as an answer to show on the page it was typed on: the editor's document is
 * taken as it is, so that browsers need not carry the schema that judges it when it is saved. Null where it is no answer.
 */
export function typedAnswer(question: Judged, typed: RawAnswer): AnswerContent | null {
  if (!asksForText(question.kind)) {
    const parsed = parsedKind(question, typed)
    return parsed === null || 'refusal' in parsed ? null : weighed(question, typed, parsed.answer)
  }
  const body = documentIn(typed.document) ?? docFromPlainText(typed.text ?? '')
  return weighed(question, typed, { kind: 'rich-text', body })
}

function parsedKind(question: Judged, typed: RawAnswer) {
  switch (question.kind) {
    case 'single-choice':
      return parseChoice(question, typed)
    case 'multiple-choice':
      return parseChoices(question, typed)
    case 'scale':
      return parseStep(question, typed)
    case 'ranking':
      return parseRanking(question, typed)
    case 'acceptance':
      return parseAcceptance(question, typed)
    case 'swot':
      return parseSwot(question, typed)
    case 'table':
      return parseTable(question, typed)
    case 'participants':
      return parsePeople(question, typed)
    default:
      return null
  }
}

function weighed(question: Judged, typed: RawAnswer, answer: AnswerContent): AnswerContent | null {
  const importance = asksImportance(question) && IMPORTANCES.find((step) => String(step) === typed.importance)
  if (importance) return { ...answer, importance }
  return isAnswered(answer) ? answer : null
}

function documentIn(json: string | undefined): RichTextDoc | null {
  try {
    const read: unknown = JSON.parse(json ?? '')
    const isDoc = typeof read === 'object' && read !== null && 'type' in read && read.type === 'doc'
    return isDoc ? (read as RichTextDoc) : null
  } catch {
    return null
  }
}
