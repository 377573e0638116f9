import { canonicalText } from '../../platform/rich-text/plain-text.ts'
import { aPagesEffort, type WordChange, wordChanges } from '../documents/word-changes.ts'
import { type AnswerContent, isAnswered } from './answers.ts'
import { sameAnswer } from './draft.ts'

/** What became of an answer between a version that was sent and the draft. */
export type AnswerChange = {
  questionId: string
  kind: 'changed' | 'new' | 'gone'
  /** Word by word where both are running text; null where the two answers are shown whole. */
  words: WordChange[] | null
  before: AnswerContent | null
  now: AnswerContent | null
}

/** The same of things that are there or not: comments and files. */
export type SetChange = { added: number; removed: number }

type Answered = { id: string; answer: AnswerContent | null }

/** The answers that differ, in the order of the questions. No answer and an empty one are the same. */
export function answersChanged(before: readonly Answered[], now: readonly Answered[]): AnswerChange[] {
  const sent = new Map(before.map(({ id, answer }) => [id, answer]))
  const effort = aPagesEffort()
  return now.flatMap(({ id: questionId, answer }) => {
    const earlier = sent.get(questionId) ?? null
    if (sameAnswer(earlier, answer)) return []
    const kind = !isAnswered(earlier) ? 'new' : !isAnswered(answer) ? 'gone' : 'changed'
    const [old, written] = [textOf(earlier), textOf(answer)]
    // Where only the formatting or the weight differs there are no words to mark.
    const words =
      old !== null && written !== null && old !== written ? wordChanges(old, written, effort) : null
    return [{ questionId, kind, words, before: earlier, now: answer }]
  })
}

const textOf = (answer: AnswerContent | null) =>
  answer?.kind === 'rich-text' ? canonicalText(answer.body) : null

/** How many came and went, each counted as often as it is there. */
export function setChanged(before: readonly string[], now: readonly string[]): SetChange {
  const left = [...before]
  const added = now.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { added: added.length, removed: left.length }
}
