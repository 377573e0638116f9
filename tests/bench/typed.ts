import { wordsOf } from '#search/analyser.ts'
import { type ParsedQuery, parseQuery } from '#search/query.ts'
import type { TypedQuery } from '#search/tree.ts'

const longest = 400

/** A free question: any of its words. Signs that would make it a search expression are dropped if it cannot be one. */
export function anyWordOf(text: string): TypedQuery {
  const cut = cutToWords(text)
  const asTyped = parseQuery(cut, { any: true })
  if ('query' in asTyped) return asTyped.query
  const plain = wordsOf(cut).map((word) => word.text)
  return understood(parseQuery(plain.slice(0, 64).join(' '), { any: true }), text)
}

/** What somebody typed in the search field. */
export function typed(text: string): TypedQuery {
  return understood(parseQuery(text), text)
}

/** The beginning of a text, whole words only, no longer than a query may be. */
export function cutToWords(text: string): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/\s+\S*$/, '')
}

function understood(parsed: ParsedQuery, text: string): TypedQuery {
  if ('refusal' in parsed) throw new Error(`"${text}" was refused: ${parsed.refusal}`)
  return parsed.query
}
