import type { QuantityBand } from './quantity-words.ts'

/** Why bands cannot be used; `at` says which of them, from 0, `and` which other. */
export type BandProblem =
  | { problem: 'no-words' | 'no-limit' | 'share-order' | 'count-order'; at: number }
  | { problem: 'word-twice'; at: number; and: number; word: string }
  | { problem: 'overlap'; at: number; and: number }
  | { problem: 'no-bands' }

/** What is wrong with bands: a word has one meaning, and of two words at most one can be said of a number. */
export function bandProblems(bands: readonly QuantityBand[]): BandProblem[] {
  if (bands.length === 0) return [{ problem: 'no-bands' }]
  return bands.flatMap((band, at): BandProblem[] => {
    const { nb, nn, shareFrom, shareBelow, countFrom, countTo } = band
    const later = bands.slice(at + 1).map((other, step) => ({ other, and: at + 1 + step }))
    return [
      ...when(nb.length + nn.length === 0, { problem: 'no-words', at }),
      ...when(
        [shareFrom, shareBelow, countFrom, countTo].every((limit) => limit === undefined),
        {
          ...{ problem: 'no-limit', at },
        },
      ),
      ...when((shareFrom ?? 0) >= (shareBelow ?? 100), { problem: 'share-order', at }),
      ...when((countFrom ?? 0) > (countTo ?? Number.POSITIVE_INFINITY), { problem: 'count-order', at }),
      ...later.flatMap(({ other, and }) => {
        const word = sharedWord(band, other)
        return when(word !== null, { problem: 'word-twice', at, and, word: word ?? '' })
      }),
      ...later.flatMap(({ other, and }) => when(overlap(band, other), { problem: 'overlap', at, and })),
    ]
  })
}

const when = (condition: boolean, problem: BandProblem): BandProblem[] => (condition ? [problem] : [])

const sharedWord = (one: QuantityBand, other: QuantityBand): string | null =>
  one.nb.find((word) => other.nb.includes(word)) ?? one.nn.find((word) => other.nn.includes(word)) ?? null

const byShare = ({ shareFrom, shareBelow }: QuantityBand) =>
  shareFrom !== undefined || shareBelow !== undefined
const byCount = ({ countFrom, countTo }: QuantityBand) => countFrom !== undefined || countTo !== undefined

// A word for a number of senders and one for a share are of different things: three of four are both few and most.
function overlap(one: QuantityBand, other: QuantityBand): boolean {
  const shares = byShare(one) && byShare(other)
  const counts = byCount(one) && byCount(other)
  if (!shares && !counts) return false
  const shareMeets =
    (one.shareFrom ?? 0) < (other.shareBelow ?? 100) && (other.shareFrom ?? 0) < (one.shareBelow ?? 100)
  const last = Number.POSITIVE_INFINITY
  const countMeets =
    (one.countFrom ?? 0) <= (other.countTo ?? last) && (other.countFrom ?? 0) <= (one.countTo ?? last)
  return shareMeets && countMeets
}

/** The shares no word stands for, in per cent: not wrong, but the writers are told. */
export function gapsOf(bands: readonly QuantityBand[]): { from: number; to: number }[] {
  const covered = bands
    .filter(byShare)
    .map(({ shareFrom = 0, shareBelow = 100 }) => ({ from: shareFrom, to: shareBelow }))
    .sort((one, other) => one.from - other.from)
  const gaps: { from: number; to: number }[] = []
  let reached = 0
  for (const { from, to } of covered) {
    if (from > reached) gaps.push({ from: reached, to: from })
    reached = Math.max(reached, to)
  }
  return reached < 100 ? [...gaps, { from: reached, to: 100 }] : gaps
}

const mostWords = 12
const longestWord = 40

/** Words as they are typed, with commas between. */
export function wordsOf(typed: string): string[] {
  const words = typed
    .toLowerCase()
    .split(/[,;\n]/)
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '' && word.length <= longestWord)
  return [...new Set(words)].slice(0, mostWords)
}

export const BAND_LIMITS = ['shareFrom', 'shareBelow', 'countFrom', 'countTo'] as const

/** A band as its fields hold it. */
export type TypedBand = Record<'nb' | 'nn' | (typeof BAND_LIMITS)[number], string>

/** As many as a form has room for. */
export const MOST_BANDS = 10

const EMPTY_BAND: TypedBand = { nb: '', nn: '', shareFrom: '', shareBelow: '', countFrom: '', countTo: '' }

/** The fields of some bands, and of an empty one after them. */
export function typedBands(bands: readonly QuantityBand[]): TypedBand[] {
  const shown = (limit: number | undefined) => (limit === undefined ? '' : String(limit))
  const filled = bands.slice(0, MOST_BANDS - 1).map((band) => ({
    ...{ nb: band.nb.join(', '), nn: band.nn.join(', ') },
    ...{ shareFrom: shown(band.shareFrom), shareBelow: shown(band.shareBelow) },
    ...{ countFrom: shown(band.countFrom), countTo: shown(band.countTo) },
  }))
  return [...filled, EMPTY_BAND]
}

/** A limit that is no whole number, or larger than it can be. */
export type LimitProblem = { problem: 'share' | 'count'; at: number }

const mostSenders = 100_000

/** What the fields say, those without words left out; limits that are no numbers are told with their place in `kept`. */
export function readBands(typed: readonly TypedBand[]) {
  const problems: LimitProblem[] = []
  const kept = typed.filter(({ nb, nn }) => wordsOf(nb).length + wordsOf(nn).length > 0)
  const bands = kept.map((band, at): QuantityBand => {
    const limit = (name: (typeof BAND_LIMITS)[number]) => {
      const written = band[name].trim()
      if (written === '') return {}
      const [most, problem] = name.startsWith('share')
        ? [100, 'share' as const]
        : [mostSenders, 'count' as const]
      if (!/^\d{1,6}$/.test(written) || Number(written) > most) {
        problems.push({ problem, at })
        return {}
      }
      return { [name]: Number(written) }
    }
    return {
      ...{ nb: wordsOf(band.nb), nn: wordsOf(band.nn) },
      ...{ ...limit('shareFrom'), ...limit('shareBelow'), ...limit('countFrom'), ...limit('countTo') },
    }
  })
  return { bands, problems, kept: [...kept, EMPTY_BAND] }
}
