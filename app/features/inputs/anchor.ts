import { type Refused, refuse } from '../../platform/refusal.ts'
import type { Stretch } from './masking.ts'

/** The words of a paragraph that a comment is about (W3C Web Annotation, TextQuoteSelector), in code points, half-open. */
export type Anchor = Stretch & { lang: string; quote: string; prefix: string; suffix: string }

/** What a reader marked or typed: the words, and what stands round them, as far as it is known. */
export type Marked = { quote: string; prefix?: string; suffix?: string; startCp?: number | null }

/** Why marked words are not taken in: they are not the paragraph's, or it does not exist in that language. */
export type AnchorRefusal = 'quote-not-found' | 'language-unknown'

/** How much is kept of what stands before and after; enough to tell two places apart. */
const AROUND = 32

/**
 * The anchor of marked words in a paragraph, by the paragraph's own text: what stands at the place is stored, never what
 * was sent. Words that occur several times are told apart by what stands round them, then by the place that was sent,
 * else the first is meant. Nothing marked, and everything marked, is the whole paragraph: null. Spaces and line breaks may
 * differ, and so may two ways of writing the same letter; nothing else.
 */
export function anchorOf(
  text: Readonly<Record<string, string | undefined>>,
  lang: string,
  marked: Marked,
): { anchor: Anchor | null } | Refused<AnchorRefusal> {
  if (marked.quote.trim() === '') return { anchor: null }
  const words = Object.hasOwn(text, lang) ? text[lang] : undefined
  if (words === undefined || words === '') return refuse('language-unknown')
  const place = placeOf(words, marked)
  if (!place) return refuse('quote-not-found')
  const whole = unitsOf(words)
  const spansAll = place.startCp === whole[0]?.startCp && place.endCp === whole.at(-1)?.endCp
  return { anchor: spansAll ? null : anchorAt(words, place, lang) }
}

/** The anchor of a stretch of a text. */
export function anchorAt(text: string, { startCp, endCp }: Stretch, lang: string): Anchor {
  const points = [...text]
  return {
    ...{ lang, startCp, endCp, quote: points.slice(startCp, endCp).join('') },
    prefix: points.slice(Math.max(0, startCp - AROUND), startCp).join(''),
    suffix: points.slice(endCp, endCp + AROUND).join(''),
  }
}

/** Where anchored words stand in a text: at their place if they do, else where they and what is round them are found. */
export function standsAt(anchor: Anchor, text: string): Stretch | null {
  const { startCp, endCp, quote } = anchor
  if ([...text].slice(startCp, endCp).join('') === quote) return { startCp, endCp }
  return placeOf(text, anchor)
}

function placeOf(text: string, { quote, prefix = '', suffix = '', startCp }: Marked): Stretch | null {
  const [units, sought] = [unitsOf(text), unitsOf(quote)]
  const [before, after] = [unitsOf(prefix, true).reverse(), unitsOf(suffix, true)]
  let best: { stretch: Stretch; around: number; off: number } | null = null
  for (let at = 0; at + sought.length <= units.length; at += 1) {
    if (!sought.every(({ sign }, step) => units[at + step]?.sign === sign)) continue
    const [first, last] = [units[at], units[at + sought.length - 1]]
    if (!first || !last) continue
    const back = units.slice(Math.max(0, at - AROUND), at).reverse()
    const on = units.slice(at + sought.length, at + sought.length + AROUND)
    const around = alike(back, before) + alike(on, after)
    const off = typeof startCp === 'number' ? Math.abs(first.startCp - startCp) : 0
    const better = !best || around > best.around || (around === best.around && off < best.off)
    if (better) best = { stretch: { startCp: first.startCp, endCp: last.endCp }, around, off }
  }
  return best?.stretch ?? null
}

/** How many signs two texts have in common from where they begin. */
function alike(one: readonly Unit[], other: readonly Unit[]): number {
  let length = 0
  while (length < one.length && one[length]?.sign === other[length]?.sign) length += 1
  return length
}

/** A letter with its accents, or a run of spaces: what no quote may cut in two. */
type Unit = Stretch & { sign: string }

const units = /\s+|\P{M}\p{M}*|\p{M}+/gu

// Spaces at either end are not of the words, but they are of what stands round them.
function unitsOf(text: string, withEnds = false): Unit[] {
  const found: Unit[] = []
  let startCp = 0
  for (const [cluster] of text.matchAll(units)) {
    const endCp = startCp + [...cluster].length
    found.push({ startCp, endCp, sign: /^\s+$/.test(cluster) ? ' ' : cluster.normalize('NFC') })
    startCp = endCp
  }
  if (withEnds) return found
  while (found[0]?.sign === ' ') found.shift()
  while (found.at(-1)?.sign === ' ') found.pop()
  return found
}
