import type { Ratio } from './count.ts'
import type { Part } from './finding-text.ts'

/**
 * Words of quantity and what they stand for: a share of those who answered in per cent, from and below (a hundred is
 * below nothing), or a number of senders, or both. Half is below 50 and not from 50: half is no majority.
 */
export type QuantityBand = {
  nb: string[]
  nn: string[]
  shareFrom?: number
  shareBelow?: number
  countFrom?: number
  countTo?: number
}

/** What the words mean where a strategy has not said otherwise. */
export const DEFAULT_BANDS: readonly QuantityBand[] = [
  {
    nb: ['enkelte', 'noen få'],
    nn: ['nokre', 'nokre få', 'einskilde', 'enkelte'],
    ...{ countFrom: 1, countTo: 3 },
  },
  { nb: ['flere'], nn: ['fleire'], countFrom: 4, shareBelow: 25 },
  { nb: ['mange'], nn: ['mange'], shareFrom: 25, shareBelow: 50 },
  {
    nb: ['de fleste', 'de aller fleste', 'flertallet', 'et flertall'],
    nn: ['dei fleste', 'dei aller fleste', 'fleirtalet', 'eit fleirtal'],
    shareFrom: 50,
  },
]

/** Half is no majority, however the band is written. */
const HALF = 50

/** Whether a number is one the word can be said of. */
export function fits({ count, of }: Ratio, band: QuantityBand): boolean {
  const { shareFrom = 0, shareBelow = 100, countFrom = 0, countTo = Number.POSITIVE_INFINITY } = band
  if (count < countFrom || count > countTo) return false
  const share = of === 0 ? 0 : (100 * count) / of
  const over = shareFrom === HALF ? share > HALF : share >= shareFrom
  const under = shareBelow === HALF ? share <= HALF : share < shareBelow || shareBelow >= 100
  return over && under
}

/** A word of quantity in a paragraph, as it is written there. */
export type FoundWord = { word: string; band: QuantityBand }

/**
 * The words of quantity of a paragraph, in their order. Whole words only, the longest first, also in the genitive. Words
 * between quotation marks are somebody else's. «Hvor mange» asks, and «én eller flere» sets no number.
 */
export function quantityWords(
  parts: readonly Part[],
  bands: readonly QuantityBand[],
  lang: 'nb' | 'nn',
): FoundWord[] {
  const of = new Map(bands.flatMap((band) => band[lang].map((word) => [squeezed(word), band] as const)))
  const words = [...of.keys()].filter((word) => word !== '').sort((one, other) => other.length - one.length)
  if (words.length === 0) return []
  const pattern = words.map((word) => escaped(word).replaceAll(' ', '\\s+')).join('|')
  const whole = new RegExp(`(?<![\\p{L}\\p{N}-])(${pattern})(s?)(?![\\p{L}\\p{N}-])`, 'giu')
  const own = ownWords(parts)
  return [...own.matchAll(whole)].flatMap((found) => {
    const [written, word = ''] = found
    const band = of.get(squeezed(word))
    return band && !NO_QUANTITY.test(own.slice(0, found.index))
      ? [{ word: squeezed(written, false), band }]
      : []
  })
}

const NO_QUANTITY = /(?<![\p{L}\p{N}])(hvor|kor|(én|en|ett|et|éin|ein|eitt|eit|éi|ei)\s+eller)\s+$/iu
const QUOTED = /«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"/g

// What a mark stands for is nobody's word, and parts what stands on its two sides.
const ownWords = (parts: readonly Part[]) =>
  parts
    .map((part) => (part.kind === 'words' ? part.words : ' \uFFFC '))
    .join('')
    .replace(QUOTED, ' \uFFFC ')

function squeezed(word: string, lower = true): string {
  const line = word.trim().replace(/\s+/g, ' ')
  return lower ? line.toLowerCase() : line
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')

/** What is wrong with the words of quantity of a paragraph, each word once. */
export type QuantityProblem = { kind: 'word-without-count' | 'word-off'; word: string }

/**
 * A word of quantity needs a number in its paragraph, and that it can be said of one of them. A negated word («ikke
 * mange») counts like the word. `counts`: the finding's numbers by what its text calls them.
 */
export function quantityProblems(
  parts: readonly Part[],
  counts: ReadonlyMap<number, Ratio>,
  bands: readonly QuantityBand[],
  lang: 'nb' | 'nn',
): QuantityProblem[] {
  const here = parts.flatMap((part) => {
    const count = part.kind === 'count' ? counts.get(part.number) : undefined
    return count ? [count] : []
  })
  const problems = new Map<string, QuantityProblem>()
  for (const { word, band } of quantityWords(parts, bands, lang)) {
    if (here.length === 0) problems.set(word, { kind: 'word-without-count', word })
    else if (!here.some((count) => fits(count, band))) problems.set(word, { kind: 'word-off', word })
  }
  return [...problems.values()]
}
