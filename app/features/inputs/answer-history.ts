import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import type { AnswerRow } from './answer-rows.ts'

/** An answer as it stood: what it said, who wrote it and when. */
export type StoodAnswer = { row: AnswerRow; by: string | null; at: Date }

/** What is written within the same stretch of time by the same person is one piece of work. */
export const stretchMs = 10 * 60_000

/** A slip that is mended takes out a word or two; taking out more is to delete something. */
const mostWordsMended = 2

/**
 * Whether an answer is kept when another takes its place. Nothing of somebody else's, nothing that was deleted, and the
 * last of every ten minutes by the clock; not every pause for breath of one who goes on writing. What nobody can miss
 * (an empty answer) is not kept.
 */
export function isWorthKeeping(stood: StoodAnswer, next: StoodAnswer): boolean {
  const words = wordsOf(stood.row)
  if (words.length === 0) return false
  if (stood.by !== next.by || stretchOf(stood.at) !== stretchOf(next.at)) return true
  if (stood.row.choice !== null && stood.row.choice !== next.row.choice) return true
  return countLost(words, wordsOf(next.row)) > mostWordsMended
}

const stretchOf = (at: Date) => Math.floor(at.getTime() / stretchMs)

/** How many words of one are not in the other, each as often as it stands there. */
function countLost(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  let lost = 0
  for (const word of words) {
    const found = left.get(word) ?? 0
    if (found === 0) lost += 1
    else left.set(word, found - 1)
  }
  return lost
}

/** Every word and number of an answer, whatever kind it is. */
function wordsOf({ body, choice, data, importance }: AnswerRow): string[] {
  const texts = [body === null ? '' : canonicalText(body), choice ?? '', ...leaves(data), importance ?? '']
  return texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []
}

function leaves(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(leaves)
}

/** How many words an answer has, as a list of its versions says it. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0
