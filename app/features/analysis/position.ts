/**
 * What a passage thinks of a theme or of a paragraph of the draft, as staff read it, in the order it is shown. Two more
 * are never stored but follow from the rest, for each sender: that it said it had no remarks, and that it answered the
 * round without touching on the matter.
 */
export const POSITIONS = ['supports', 'supports-with-remarks', 'against', 'neutral', 'unclear'] as const

/** One of the five. On a theme it may be left open; to a paragraph there is always one. */
export type Position = (typeof POSITIONS)[number]

/** Where a sender stands: what was read, or what follows from the answer as a whole. */
export type Standing = Position | 'no-remarks' | 'not-touched'

/** All seven in the order of a table. */
export const STANDINGS: readonly Standing[] = [...POSITIONS, 'no-remarks', 'not-touched']

/** Whether a stored or sent word is a position. */
export function isPosition(word: unknown): word is Position {
  return POSITIONS.some((position) => position === word)
}

/** A position as it stands in a row; what is none there is none. */
export function positionOf(word: string | null): Position | null {
  return isPosition(word) ? word : null
}

/**
 * Where one sender stands on a matter, from the positions on all its passages: the one that is taken, `unclear` where
 * several are, and where none is read either that it had no remarks or that it did not touch on it. A tagging without a
 * position touches on the matter and says no more: null. What takes no side gives way to what does.
 */
export function standingOf(
  taken: readonly (Position | null)[],
  { noRemarks }: { noRemarks: boolean },
): Standing | null {
  if (taken.length === 0) return noRemarks ? 'no-remarks' : 'not-touched'
  const said = new Set(taken.filter((position) => position !== null))
  if (said.size > 1) said.delete('neutral')
  if (said.size > 1 && said.has('supports-with-remarks') && !said.has('against')) {
    // A sender that supports and has remarks elsewhere supports with remarks.
    said.delete('supports')
  }
  const [only] = said
  return said.size > 1 ? 'unclear' : (only ?? null)
}
