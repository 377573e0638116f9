import type { PublicMask, Stretch } from '#app/features/inputs/masking.ts'
import { masksWithin, publicStretch } from '#search/public-text.ts'
import { isVerbatim, verifyQuote } from './quote.ts'

/** A quote and where in the canonical text of its answer it stands. */
export type PlacedQuote = Stretch & { quote: string }

/** The public text of an answer and the masks in it. */
export type PublicSource = { text: string; masks: readonly PublicMask[] }

/** Whether anything within a quote is masked, elsewhere in the answer or not. */
export function isMasked({ startCp, endCp }: Stretch, { masks }: PublicSource): boolean {
  return masksWithin(masks, startCp, endCp).length > 0
}

/**
 * What the public may read of a quote that a mask touches, and by which laws the rest is masked; null when none does.
 * A quote of whole words has signs in their place. One that leaves words out or inserts some is shown only if all its
 * own words are left: where a sign would stand in it nobody can say.
 */
export function maskedQuote(
  placed: PlacedQuote,
  source: PublicSource,
): { words: string | null; bases: string[] } | null {
  const { quote, startCp, endCp } = placed
  const touching = masksWithin(source.masks, startCp, endCp)
  if (touching.length === 0) return null
  const bases = [...new Set(touching.map(({ legalBasis }) => legalBasis))]
  const stretch = publicStretch(source.text, source.masks, startCp, endCp)
  if (stretch === null) return { words: null, bases }
  if ([...quote].length === endCp - startCp) return { words: stretch, bases }
  return { words: isVerbatim(verifyQuote(quote, stretch)) ? quote : null, bases }
}
