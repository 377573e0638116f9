import { QUADRANTS } from '#app/features/questionnaires/question.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { type AnswerContent, type AnswerRefusal, isAnswered, type SwotCells } from './answers.ts'

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
export type UnacceptableAnswer = { questionId: string; reason: AnswerRefusal | 'no-such-question' }

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

/** Whether both answers of a conflict can stand as one. */
export const canJoin = (theirs: AnswerContent | null, mine: AnswerContent | null): boolean =>
  theirs !== null && mine !== null && together(theirs, mine) !== null

/** Both answers of a conflict as one: theirs, which is stored, and then one's own. What cannot be joined is one's own. */
export function joined(theirs: AnswerContent | null, mine: AnswerContent | null): AnswerContent | null {
  return (theirs && mine && together(theirs, mine)) ?? mine ?? theirs
}

function together(theirs: AnswerContent, mine: AnswerContent): AnswerContent | null {
  if (theirs.kind === 'rich-text' && mine.kind === 'rich-text') {
    const body: RichTextDoc = { type: 'doc', content: [...theirs.body.content, ...mine.body.content] }
    return { ...theirs, ...mine, body }
  }
  if (theirs.kind === 'multiple-choice' && mine.kind === 'multiple-choice')
    return { ...theirs, ...mine, choices: [...new Set([...theirs.choices, ...mine.choices])] }
  if (theirs.kind === 'participants' && mine.kind === 'participants') {
    const known = new Set(theirs.people.map((person) => JSON.stringify(person)))
    const others = mine.people.filter((person) => !known.has(JSON.stringify(person)))
    return { ...mine, people: [...theirs.people, ...others] }
  }
  if (theirs.kind === 'swot' && mine.kind === 'swot') {
    const levels = new Set([...Object.keys(theirs.cells), ...Object.keys(mine.cells)])
    const cells = [...levels].map((level) => [level, cellsOf(theirs.cells[level], mine.cells[level])])
    return { ...mine, cells: Object.fromEntries(cells) }
  }
  return null
}

const cellsOf = (theirs: SwotCells | undefined, mine: SwotCells | undefined) =>
  Object.fromEntries(
    QUADRANTS.map((quadrant) => {
      const texts = [theirs?.[quadrant] ?? '', mine?.[quadrant] ?? '']
      return [quadrant, [...new Set(texts)].filter((text) => text !== '').join('\n')]
    }),
  )
