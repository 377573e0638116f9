/**
 * The public text of an answer is its canonical text with a sign in place of each masked stretch. A sign is a word in
 * brackets for those who read; for those who search it is no word, and nothing stands side by side across it.
 */
const signs = { nn: '[skjerma]', en: '[redacted]', sv: '[maskerat]', other: '[skjermet]' } as const

const asWords: ReadonlySet<string> = new Set(Object.values(signs))

/** What stands in a text of this language in place of what is masked; as long for a letter as for a page. */
export function signIn(lang: string): string {
  return lang === 'nn' || lang === 'en' || lang === 'sv' ? signs[lang] : signs.other
}

/** Whether a word of a text is such a sign. */
export function isSign(text: string, word: { readonly start: number; readonly end: number }): boolean {
  return (
    text.charAt(word.start - 1) === '[' &&
    text.charAt(word.end) === ']' &&
    asWords.has(text.slice(word.start - 1, word.end + 1))
  )
}

/** A masked stretch of a canonical text, and its sign in the public text: half-open, in code points, in order. */
export type MaskedPlace = {
  readonly startCp: number
  readonly endCp: number
  readonly publicStartCp: number
  readonly publicEndCp: number
}

/** The masks that touch a stretch of the canonical text. */
export function masksWithin<Mask extends MaskedPlace>(
  masks: readonly Mask[],
  startCp: number,
  endCp: number,
): Mask[] {
  return masks.filter((mask) => mask.startCp < endCp && mask.endCp > startCp)
}

/**
 * What the public may read of a stretch of the canonical text; a mask that reaches into it shows its sign whole.
 * Null when no word of it is left, and when the text does not reach that far.
 */
export function publicStretch(
  publicText: string,
  masks: readonly MaskedPlace[],
  startCp: number,
  endCp: number,
): string | null {
  const points = [...publicText]
  const from = placeOf(startCp, masks, 'publicStartCp')
  const to = placeOf(endCp, masks, 'publicEndCp')
  if (to > points.length) return null
  const text = points.slice(from, to).join('')
  const within = masksWithin(masks, startCp, endCp)
  if (within.length === 0) return text
  const left = within.reduceRight(
    (open, { publicStartCp, publicEndCp }) => [
      ...open.slice(0, publicStartCp - from),
      ...open.slice(publicEndCp - from),
    ],
    [...text],
  )
  return left.some((point) => /[\p{L}\p{N}]/u.test(point)) ? text : null
}

// A place inside a mask, and one at the edge of a sign it does not touch, are told apart by the mask's own end.
function placeOf(cp: number, masks: readonly MaskedPlace[], edge: 'publicStartCp' | 'publicEndCp'): number {
  let moved = 0
  for (const mask of masks) {
    if (cp <= mask.startCp) break
    if (cp < mask.endCp) return mask[edge]
    moved = mask.publicEndCp - mask.endCp
  }
  return cp + moved
}
