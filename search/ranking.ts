import { exactLexeme, stemsOf, wordsOf } from './analyser.ts'
import type { QueryNode } from './tree.ts'
import type { Rarity } from './vocabulary.server.ts'

/** A word a query asks for, for ranking: the stems it may stand as, or what its forms begin with. */
export type RankedWord = { readonly stems: readonly string[] }

/** A document as ranking sees it: the stems of its words in order, as one text, and how many they are. */
export type RankedDocument = { readonly docKey: string; readonly stems: string; readonly wordCount: number }

/** The words a query looks for in the text; negated ones count for nothing. */
export function rankedWords(query: QueryNode): RankedWord[] {
  switch (query.kind) {
    case 'term':
      return query.field === 'sender' ? [] : wordsIn([query.text])
    case 'phrase':
      return query.field === 'sender' ? [] : wordsIn(query.words)
    case 'near':
      return wordsIn(query.words)
    case 'and':
    case 'or':
      return query.children.flatMap(rankedWords)
    default:
      return []
  }
}

function wordsIn(texts: readonly string[]): RankedWord[] {
  return texts.flatMap(wordsOf).map(({ text }) => ({ stems: stemsOf(text) }))
}

export const lexemesForRarity = (words: readonly RankedWord[]) =>
  words.flatMap(({ stems }) => [...stems, ...stems.map(exactLexeme)])

/** Documents with their BM25 score, the best first. */
export function rank(
  documents: readonly RankedDocument[],
  words: readonly RankedWord[],
  rarity: Rarity,
): { docKey: string; score: number }[] {
  const k1 = 1.2
  const b = 0.75
  const weights = words.map(({ stems }) => {
    const holding = Math.max(1, ...stems.map((stem) => rarity.holding.get(stem) ?? 0))
    const all = Math.max(rarity.documents, holding)
    return Math.log(1 + (all - holding + 0.5) / (holding + 0.5))
  })
  const scored = documents.map(({ docKey, stems, wordCount }) => {
    const counts = new Map<string, number>()
    for (const stem of stems.split(' ')) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    const length = 1 - b + (b * wordCount) / (rarity.meanLength || wordCount || 1)
    const score = words.reduce((sum, word, at) => {
      const times = word.stems.reduce((all, stem) => all + (counts.get(stem) ?? 0), 0)
      return sum + ((weights[at] ?? 0) * times * (k1 + 1)) / (times + k1 * length)
    }, 0)
    return { docKey, score }
  })
  return scored.sort((a, b) => b.score - a.score)
}
