import type { LocalisedText } from '#app/platform/localised-text.ts'
import type { AskedQuestion } from '../questionnaires/queries.server.ts'
import { asksForText, type Question } from '../questionnaires/question.ts'
import { type AnswerContent, isAnswered } from './answers.ts'
import type { RawAnswer } from './sent-answer.ts'
import { typedAnswer } from './typed-answer.ts'

/** What the sender answered in an earlier round: to which question, in which round and version of it. */
export type EarlierAnswer = {
  /** The answer's own id, which is what is asked for when it is used again. */
  id: string
  question: Pick<AskedQuestion, 'id' | 'kind' | 'title' | 'options' | 'settings'>
  answer: AnswerContent
  round: { number: number; title: LocalisedText }
  submittedAt: Date
  /** The question of this round that repeats it, in one or more steps; null when none does. */
  repeatedBy: string | null
}

/** As many answers to other questions as anybody looks through beside one. */
const mostElsewhere = 12

/**
 * What is shown beside a question of what its sender said before: its own answers where the question was asked before,
 * the newest first; beside a new question for words, the texts that no other question of this round repeats.
 */
export function earlierBeside(
  question: Pick<Question, 'id' | 'kind'>,
  earlier: readonly EarlierAnswer[],
): EarlierAnswer[] {
  const same = earlier.filter(({ repeatedBy }) => repeatedBy === question.id)
  if (same.length > 0 || !asksForText(question.kind)) return same
  const texts = earlier.filter(({ repeatedBy, answer }) => repeatedBy === null && answer.kind === 'rich-text')
  return texts.slice(0, mostElsewhere)
}

/** An earlier answer as the beginning of a new one; null where the question is of another kind or offers other choices. */
export function asBeginning(
  question: Pick<Question, 'kind' | 'options' | 'settings'>,
  { answer }: Pick<EarlierAnswer, 'answer'>,
): AnswerContent | null {
  if (asksForText(question.kind)) return answer.kind === 'rich-text' ? answer : null
  if (answer.kind !== question.kind) return null
  const { importance, ...said } = answer
  const beginning = typedAnswer(question, {
    ...said,
    ...(importance && { importance: String(importance) }),
  } as RawAnswer)
  return isAnswered(beginning) ? beginning : null
}
