import { wordsOf } from '#search/analyser.ts'
import { maxTerms, type ParsedQuery, parseQuery } from '#search/query.ts'
import type { TypedQuery } from '#search/tree.ts'

const longest = 400

/** A free question or a sentence: any of its words, whatever its signs would mean in a search expression. */
export function anyWordOf(text: string): TypedQuery {
  const words = wordsOf(cutToWords(text)).map((word) => word.text)
  return understood(parseQuery(words.slice(0, maxTerms).join(' '), { any: true }), text)
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
