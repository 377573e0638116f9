import type { MaskRange, Stretch } from './masking.ts'
import type { PersonalDataKind } from './personal-data.ts'

/** A stretch somebody may choose to mask: proposed by a rule, found by words that were typed, or pointed at. */
export type Candidate = MaskRange & { kind: PersonalDataKind | 'typed'; words: string }

// Browsers load this file; what looks for stretches, with its lists, is in desk-proposals.ts.

/** How many stretches one page offers; the next ones come when these are masked or let be. */
export const MOST_OFFERED = 200

/** A text of an answer; null for a choice or a step. */
export type Text = { id: string; text: string | null }

/** A stretch as a form sends it: «answer:start:end». */
export const rangeValue = ({ answerId, startCp, endCp }: MaskRange) => `${answerId}:${startCp}:${endCp}`

const sentRange = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(-?\d{1,9}):(-?\d{1,9})$/

/** The stretches a form sent; null when one of them is none. The same one twice is one. */
export function rangesSent(values: readonly string[]): MaskRange[] | null {
  const ranges: MaskRange[] = []
  for (const value of new Set(values)) {
    const [, answerId, start, end] = sentRange.exec(value) ?? []
    if (!answerId) return null
    ranges.push({ answerId, startCp: Number(start), endCp: Number(end) })
  }
  return ranges
}

const crosses = (one: Stretch, other: Stretch) => one.startCp < other.endCp && other.startCp < one.endCp

/** Whether a stretch of an answer crosses none of these. */
export const free = (answerId: string, stretch: Stretch, taken: readonly MaskRange[]) =>
  !taken.some((other) => other.answerId === answerId && crosses(stretch, other))

/** The words of a stretch. */
export const wordsOf = (text: string, { startCp, endCp }: Stretch) => [...text].slice(startCp, endCp).join('')

/** Stretches that were pointed at, with their words; those that lie outside every text are left out. */
export function pointedAt(texts: readonly Text[], ranges: readonly MaskRange[]): Candidate[] {
  return ranges.flatMap((range) => {
    const text = texts.find(({ id }) => id === range.answerId)?.text ?? ''
    const words = range.startCp < 0 ? '' : wordsOf(text, range)
    return words === '' ? [] : [{ ...range, kind: 'typed' as const, words }]
  })
}

/** A piece of a line, with where it begins: plain words, words that are masked, or words somebody may choose to mask. */
export type Piece<M extends Stretch, C extends Stretch> =
  | { at: number; kind: 'plain'; text: string }
  | { at: number; kind: 'masked'; text: string; mask: M }
  | { at: number; kind: 'offered'; text: string; candidate: C }

/** A text line by line, cut where stretches begin and end. A stretch over several lines has a piece on each. */
export function linesOf<M extends Stretch, C extends Stretch>(
  text: string,
  masks: readonly M[],
  candidates: readonly C[],
): Piece<M, C>[][] {
  const points = [...text]
  const cuts: { span: Stretch; made: Made<M, C> }[] = [
    ...masks.map((mask) => ({
      span: mask as Stretch,
      made: (text: string, at: number) => ({ at, kind: 'masked' as const, text, mask }),
    })),
    ...candidates.map((candidate) => ({
      span: candidate as Stretch,
      made: (text: string, at: number) => ({ at, kind: 'offered' as const, text, candidate }),
    })),
  ]
  const plain: Made<M, C> = (text, at) => ({ at, kind: 'plain', text })
  const lines: Piece<M, C>[][] = [[]]
  let read = 0
  const addUntil = (to: number, made: Made<M, C>) => {
    for (const [place, words] of points.slice(read, to).join('').split('\n').entries()) {
      if (place > 0) {
        lines.push([])
        read += 1
      }
      if (words !== '') lines.at(-1)?.push(made(words, read))
      read += [...words].length
    }
  }
  for (const { span, made } of cuts.sort((a, b) => a.span.startCp - b.span.startCp)) {
    if (span.startCp < read) continue
    addUntil(span.startCp, plain)
    addUntil(span.endCp, made)
  }
  addUntil(points.length, plain)
  return lines.filter((line) => line.length > 0)
}

type Made<M extends Stretch, C extends Stretch> = (text: string, at: number) => Piece<M, C>

/** A stretch on offer with its number on the page. */
export type Numbered = Candidate & { number: number }

/** What the page offers, in the order of the text: what somebody found or pointed at goes before what rules propose. */
export function offered(
  texts: readonly Text[],
  chosen: readonly Candidate[],
  proposals: readonly Candidate[],
): Numbered[] {
  const proposed = new Set(proposals.map(rangeValue))
  const own = chosen.filter((one) => !proposed.has(rangeValue(one)))
  const rest = proposals.filter((one) => free(one.answerId, one, own))
  const place = (one: Candidate) => texts.findIndex(({ id }) => id === one.answerId)
  return [...own, ...rest]
    .sort((a, b) => place(a) - place(b) || a.startCp - b.startCp)
    .slice(0, MOST_OFFERED)
    .map((one, at) => ({ ...one, number: at + 1 }))
}
