import { wordsOf } from '#search/analyser.ts'
import { parseQuery } from '#search/query.ts'
import type { TypedQuery } from '#search/tree.ts'
import { stopWords } from './stop-words.ts'

const longest = 400

/** A free question: any of its words, those that say little left out. */
export function anyWordOf(text: string): TypedQuery {
  const words = new Set(wordsOf(cutToWords(text)).map((word) => word.text))
  const telling = [...words].filter((word) => !stopWords.has(word))
  return {
    kind: 'or',
    children: telling.slice(0, 64).map((word) => ({ kind: 'term', text: word, match: 'inflected' })),
  }
}

/** What somebody typed in the search field. */
export function typed(text: string): TypedQuery {
  const parsed = parseQuery(text)
  if ('refusal' in parsed) throw new Error(`"${text}" was refused: ${parsed.refusal}`)
  return parsed.query
}

/** The beginning of a text, whole words only, no longer than a query may be. */
export function cutToWords(text: string): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/\s+\S*$/, '')
}
