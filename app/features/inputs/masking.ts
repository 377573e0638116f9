import { type MaskedPlace, signIn } from '#search/public-text.ts'

/**
 * The laws by which something is kept from the public, each under its key: personal matters (offentleglova § 13 with
 * forvaltningsloven § 13 first paragraph no. 1), trade secrets (no. 2), national identity numbers (offentleglova § 26
 * fifth paragraph), personal data (personopplysningsloven), defamatory or otherwise unlawful content, another one.
 */
export const LEGAL_BASES = [
  'personal-matters',
  'trade-secrets',
  'identity-number',
  'personal-data',
  'unlawful',
  'other',
] as const

export type LegalBasis = (typeof LEGAL_BASES)[number]

/** Whether a stored word is one of the laws we know. */
export const isLegalBasis = (word: unknown): word is LegalBasis => LEGAL_BASES.some((key) => key === word)

/** How many masks may stand on one version, and how long a reason may be. */
export const MOST_MASKS = 500
export const LONGEST_REASON = 2_000

/** A stretch of a text in code points, half-open. */
export type Stretch = { startCp: number; endCp: number }

/** A stretch of one frozen answer that is to be masked. */
export type MaskRange = Stretch & { answerId: string }

/** A stretch that is masked, and by which law. */
export type Mask = Stretch & { legalBasis: string }

/** Where a mask stands in the canonical text, and where its sign stands in the public text. Half-open, code points. */
export type PublicMask = MaskedPlace & { legalBasis: string }

export type RangeRefusal = 'empty' | 'reversed' | 'outside' | 'overlapping' | 'too-many'

/** Whether these stretches of one answer can be masked, beside those that are. Next to each other is not overlapping. */
export function rangeRefusal(
  lengthCp: number,
  standing: readonly Stretch[],
  wanted: readonly Stretch[],
): RangeRefusal | null {
  if (wanted.length === 0) return 'empty'
  if (standing.length + wanted.length > MOST_MASKS) return 'too-many'
  for (const { startCp, endCp } of wanted) {
    if (!Number.isSafeInteger(startCp) || !Number.isSafeInteger(endCp)) return 'outside'
    if (startCp > endCp) return 'reversed'
    if (startCp === endCp) return 'empty'
    if (startCp < 0 || endCp > lengthCp) return 'outside'
  }
  const inOrder = [...standing, ...wanted].sort(byPlace)
  const overlap = inOrder.some((one, at) => at > 0 && one.startCp < (inOrder[at - 1]?.endCp ?? 0))
  return overlap ? 'overlapping' : null
}

export type ReasonRefusal = 'unknown-basis' | 'reason-missing' | 'reason-too-long'

/** Whether a law and a reason will do. Which other law it is must be said in words; a whole version always needs some. */
export function reasonRefusal(
  { legalBasis, reason }: { legalBasis: string; reason: string },
  always = false,
): ReasonRefusal | null {
  if (!isLegalBasis(legalBasis)) return 'unknown-basis'
  if ([...reason].length > LONGEST_REASON) return 'reason-too-long'
  return (always || legalBasis === 'other') && reason.trim() === '' ? 'reason-missing' : null
}

/** A canonical text as the public gets it, and where the signs stand. A mask over several lines has a sign on each. */
export function publicText(
  canonical: string,
  masks: readonly Mask[],
  lang: string,
): { text: string; masks: PublicMask[] } {
  const points = [...canonical]
  const sign = signIn(lang)
  const signCp = [...sign].length
  const out: string[] = []
  const placed: PublicMask[] = []
  let at = 0
  let publicAt = 0
  for (const { startCp, endCp, legalBasis } of perLine(points, masks)) {
    out.push(points.slice(at, startCp).join(''), sign)
    const publicStartCp = publicAt + startCp - at
    publicAt = publicStartCp + signCp
    placed.push({ startCp, endCp, publicStartCp, publicEndCp: publicAt, legalBasis })
    at = endCp
  }
  out.push(points.slice(at).join(''))
  return { text: out.join(''), masks: placed }
}

/** The masks in their order, cut where lines end: paragraphs, items and line breaks stay as they are. */
export function perLine(points: readonly string[], masks: readonly Mask[]): Mask[] {
  return [...masks].sort(byPlace).flatMap(({ startCp, endCp, legalBasis }) => {
    const pieces: Mask[] = []
    let from = startCp
    for (let at = startCp; at <= endCp; at += 1) {
      if (at < endCp && points[at] !== '\n') continue
      if (at > from) pieces.push({ startCp: from, endCp: at, legalBasis })
      from = at + 1
    }
    return pieces
  })
}

/** Whether a stretch holds anything to mask: spaces and line ends alone are nothing. */
export const holdsWords = (text: string, { startCp, endCp }: Stretch) =>
  [...text].slice(startCp, endCp).some((point) => point.trim() !== '')

/** Every place where these words stand whole, in capitals or not; any space between them will do. */
export function rangesOfWords(text: string, words: string): Stretch[] {
  const parts = words.normalize('NFC').trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  const escaped = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+')
  const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, 'giu')
  const found: Stretch[] = []
  let unit = 0
  let cp = 0
  for (const match of text.matchAll(whole)) {
    cp += [...text.slice(unit, match.index)].length
    const endCp = cp + [...match[0]].length
    found.push({ startCp: cp, endCp })
    unit = match.index + match[0].length
    cp = endCp
  }
  return found
}

function byPlace(one: Stretch, other: Stretch): number {
  return one.startCp - other.startCp || one.endCp - other.endCp
}
