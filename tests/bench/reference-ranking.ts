import { stemmer } from '@orama/stemmers/norwegian'
import { stopWords } from './stop-words.ts'

/** What is searched in: an id and a text. */
export type ReferenceDocument = { readonly id: string; readonly text: string }

/**
 * The yardstick: BM25 as in the textbooks (k1 1.2, b 0.75) over every document, plain Snowball stems of Norwegian, a
 * stop list, and any word of the question. It shares nothing with search/ but the stemmer's package.
 */
export function referenceRanking(documents: readonly ReferenceDocument[]) {
  const postings = new Map<string, Map<number, number>>()
  const lengths = documents.map(({ text }, at) => {
    const stems = stemsIn(text)
    for (const stem of stems) {
      const places = postings.get(stem) ?? new Map<number, number>()
      places.set(at, (places.get(at) ?? 0) + 1)
      postings.set(stem, places)
    }
    return stems.length
  })
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1)

  /** The ids of the best documents for a question, at most `depth`. */
  return (question: string, depth = 100): string[] => {
    const scores = new Map<number, number>()
    for (const stem of new Set(stemsIn(question))) {
      const places = postings.get(stem)
      if (!places) continue
      const rarity = Math.log(1 + (documents.length - places.size + 0.5) / (places.size + 0.5))
      for (const [at, times] of places) {
        const damping = 1.2 * (1 - 0.75 + (0.75 * (lengths[at] ?? 0)) / meanLength)
        scores.set(at, (scores.get(at) ?? 0) + (rarity * times * 2.2) / (times + damping))
      }
    }
    const best = [...scores].sort(([a, one], [b, other]) => other - one || a - b)
    return best.slice(0, depth).flatMap(([at]) => documents[at]?.id ?? [])
  }
}

function stemsIn(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !stopWords.has(word)).map((word) => stemmer(word) || word)
}
