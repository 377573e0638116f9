import { type GrammarRefusal, type Reading, readTokens } from './query/grammar.ts'
import { type Token, type TokenRefusal, tokensOf } from './query/tokens.ts'
import type { TypedQuery } from './tree.ts'

export const maxQueryLength = 500
export const maxTerms = 64

/** How many words with `~` or a leading `*` one query may have: each stands for many words. */
export const maxOpenWords = 8

/** Why a typed query cannot be searched for. */
export type QueryRefusal =
  | TokenRefusal
  | GrammarRefusal
  | 'query-too-long'
  | 'too-many-terms'
  | 'too-many-open-words'

/** What a typed query means, with the words it is not searched for; or why it means nothing. */
export type ParsedQuery =
  | { readonly query: TypedQuery; readonly ignored: readonly string[] }
  | { readonly refusal: QueryRefusal }

/**
 * Words must all be there, in any inflection; "words in quotes" stand side by side as written; nothing asks for all.
 * OG, ELLER, IKKE (or a minus in front), NÆR/5 and brackets join them, in Swedish and English too; `ord*`, `*del*`
 * and `ord~` stand for several words; avsender: and språk: look elsewhere than in the text.
 */
export function parseQuery(typed: string, reading: Reading = {}): ParsedQuery {
  const text = typed.trim()
  if (text === '') return { query: { kind: 'all' }, ignored: [] }
  if (text.length > maxQueryLength) return { refusal: 'query-too-long' }
  const tokens = tokensOf(text)
  if (!Array.isArray(tokens)) return { refusal: tokens }
  const read = readTokens(loneWord(tokens) ?? tokens, reading)
  if ('refusal' in read) return read
  if (termsIn(read.query) > maxTerms) return { refusal: 'too-many-terms' }
  return openWordsIn(read.query) > maxOpenWords ? { refusal: 'too-many-open-words' } : read
}

// Whoever types nothing but "OG" means the word.
function loneWord(tokens: readonly Token[]): Token[] | null {
  const [only] = tokens
  if (tokens.length !== 1 || !only || !('word' in only) || only.word === '') return null
  return [
    { kind: 'part', node: { kind: 'term', text: only.word.toLowerCase(), match: 'inflected' }, plain: true },
  ]
}

/** How many words a query asks for. */
export function termsIn(query: TypedQuery): number {
  return sumOfLeaves(query, (leaf) => {
    if (leaf.kind === 'phrase' || leaf.kind === 'near') return leaf.words.length
    return leaf.kind === 'all' || leaf.kind === 'language' ? 0 : 1
  })
}

function openWordsIn(query: TypedQuery): number {
  return sumOfLeaves(query, ({ kind }) => (kind === 'fuzzy' || kind === 'infix' ? 1 : 0))
}

function sumOfLeaves(query: TypedQuery, value: (leaf: TypedLeaf) => number): number {
  switch (query.kind) {
    case 'not':
      return sumOfLeaves(query.child, value)
    case 'and':
    case 'or':
      return query.children.reduce((sum, child) => sum + sumOfLeaves(child, value), 0)
    default:
      return value(query)
  }
}

type TypedLeaf = Exclude<TypedQuery, { readonly kind: 'and' | 'or' | 'not' }>
