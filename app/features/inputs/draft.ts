import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { type AnswerContent, type AnswerRefusal, isAnswered } from './answers.ts'

/** What became of one answer that was sent. The revision is the one the next save must name. */
export type SavedAnswer = {
  questionId: string
  revision: number
  answered: boolean
  /** The text came without script and lost formatting it had. */
  simplified: boolean
}

/** Two have written the same answer. Neither text is lost: theirs is stored, yours is here. */
export type AnswerConflict = {
  questionId: string
  yours: AnswerContent | null
  theirs: AnswerContent | null
  theirName: string | null
  theirAt: Date
  revision: number
}

/** An answer that could not be taken in; what was typed is still on the page that sent it. */
export type UnacceptableAnswer = { questionId: string; reason: AnswerRefusal }

/** What became of a save: each answer by itself, so that one that cannot be saved holds back no other. */
export type Saved = {
  savedAt: Date
  saved: SavedAnswer[]
  conflicts: AnswerConflict[]
  unacceptable: UnacceptableAnswer[]
}

/** How a conflict is settled: by one of the texts, or by both after one another. */
export type Settlement = 'mine' | 'theirs' | 'both'

/** Whether two answers say the same. Nothing written and a text without words are both no answer. */
export function sameAnswer(one: AnswerContent | null, other: AnswerContent | null): boolean {
  if (!isAnswered(one) && !isAnswered(other)) return true
  return ordered(one) === ordered(other)
}

// The database gives a document's keys back in an order of its own.
function ordered(answer: AnswerContent | null) {
  return JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}

/** Both texts of a conflict as one: theirs, which is stored, and then one's own. Choices cannot be joined. */
export function joined(theirs: AnswerContent | null, mine: AnswerContent | null): AnswerContent | null {
  if (theirs?.kind !== 'rich-text' || mine?.kind !== 'rich-text') return mine ?? theirs
  const body: RichTextDoc = { type: 'doc', content: [...theirs.body.content, ...mine.body.content] }
  return { kind: 'rich-text', body }
}
