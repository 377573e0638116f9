import { refuse } from '../../platform/refusal.ts'
import { codePointLength, codePointSlice, type PassageRange } from './passage.ts'

/** A stretch of a canonical text, in code points, half-open. */
export type Stretch = { startCp: number; endCp: number }

// Longer than any paragraph the worker leaves whole, so that its own cuts can be mended.
const LONGEST_MADE = 8_000
const SENTENCE_START = /[.!?…:;]["'»”’)\]]*\s+(?=\S)|\n\s*(?=\S)/gu

/** The two parts of a passage, cut before a place in the whole text. Refuses where one side has no words. */
export function splitAt(text: string, { startCp, endCp }: Stretch, atCp: number) {
  const parts = [
    { startCp, endCp: Math.min(Math.max(atCp, startCp), endCp) },
    { startCp: Math.min(Math.max(atCp, startCp), endCp), endCp },
  ].map((part) => trimmed(text, part))
  const [before, after] = parts
  return before && after ? { before, after } : refuse('nothing-on-one-side')
}

/** Two passages as one. Refuses where something stands between them that is in neither, and what is too long to read. */
export function joinOf(text: string, one: Stretch, other: Stretch) {
  const [first, second] = one.startCp <= other.startCp ? [one, other] : [other, one]
  const between = codePointSlice(text, first.endCp, second.startCp)
  if (second.startCp < first.endCp || between.trim() !== '') return refuse('not-beside-each-other')
  if (second.endCp - first.startCp > LONGEST_MADE) return refuse('too-long')
  return {
    startCp: first.startCp,
    endCp: second.endCp,
    text: codePointSlice(text, first.startCp, second.endCp),
  }
}

/** Any words of an answer as a passage of their own, without the white space round them. */
export function spanOf(text: string, stretch: Stretch) {
  if (stretch.endCp - stretch.startCp > LONGEST_MADE) return refuse('too-long')
  return trimmed(text, stretch) ?? refuse('nothing-chosen')
}

function trimmed(text: string, { startCp, endCp }: Stretch): PassageRange | null {
  const piece = codePointSlice(text, startCp, endCp)
  const words = piece.trim()
  if (words === '') return null
  const start = startCp + codePointLength(piece) - codePointLength(piece.trimStart())
  return { startCp: start, endCp: start + codePointLength(words), text: words }
}

/** Where the sentences of a passage begin but for the first, and their first words: the places to split it. */
export function placesToSplit(text: string, most = 40): { atCp: number; words: string }[] {
  const starts = [...text.matchAll(SENTENCE_START)].map((match) => match.index + match[0].length)
  return starts.slice(0, most).map((start) => ({
    atCp: codePointLength(text.slice(0, start)),
    words: firstWords(text.slice(start)),
  }))
}

function firstWords(text: string): string {
  const words = text.split(/\s+/)
  return words.slice(0, 7).join(' ') + (words.length > 7 ? ' …' : '')
}

/**
 * Where words stand in a text, told as they are read: however much white space is between them, large letters or small.
 * Refuses words that are not there, and words that stand in several places.
 */
export function placeOfWords(text: string, words: string) {
  const sought = words.trim().split(/\s+/).filter(Boolean)
  if (sought.length === 0) return refuse('words-missing')
  const pattern = new RegExp(
    sought.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'),
    'giu',
  )
  const places = [...text.matchAll(pattern)]
  const [place] = places
  if (!place) return refuse('words-not-found')
  if (places.length > 1) return refuse('words-twice')
  const startCp = codePointLength(text.slice(0, place.index))
  return { startCp, endCp: startCp + codePointLength(place[0]) }
}

/** What stood on a passage: a theme, or a position to a paragraph. `about` says which. */
export type StoodTagging<Id extends string = string> = {
  id: Id
  about: string
  position: string | null
  taggedAt: Date
}

/**
 * What stands on a passage that was made of others: each theme and paragraph once, with the position that was read. Refuses
 * where two parts have different positions on the same, for a machine does not choose between them.
 */
export function taggingsTogether<One extends StoodTagging>(standing: readonly One[]) {
  const together: One[] = []
  for (const about of new Set(standing.map((one) => one.about))) {
    const same = standing
      .filter((one) => one.about === about)
      .sort((one, other) => one.taggedAt.getTime() - other.taggedAt.getTime())
    const positions = new Set(same.flatMap(({ position }) => position ?? []))
    if (positions.size > 1) return refuse('positions-differ')
    const kept = same.find(({ position }) => position !== null) ?? same[0]
    if (kept) together.push(kept)
  }
  return together
}

/**
 * What stands on a passage that comes back, of what stands where it was: all but what only another of those that come back
 * had when they went. So what was added since is on each of them, and what was taken away since is on none.
 */
export function taggingsBack<One extends StoodTagging>(
  standing: readonly One[],
  had: ReadonlySet<string>,
  hadByAny: ReadonlySet<string>,
) {
  return taggingsTogether(standing.filter(({ about }) => had.has(about) || !hadByAny.has(about)))
}

type Noted = { kind: string; text: string | null; by: string; at: Date }

/** Marks as they stand on a passage made of others: a flag and an evidence once, and each note once. */
export function marksTogether<One extends Noted>(marks: readonly One[]): One[] {
  const key = ({ kind, text, by, at }: One) =>
    kind === 'note' ? JSON.stringify([kind, text, by, at.getTime()]) : kind
  return [...new Map([...marks].reverse().map((mark) => [key(mark), mark])).values()].reverse()
}
