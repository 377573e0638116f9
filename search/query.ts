import { wordsOf } from './analyser.ts'
import type { QueryNode, TypedQuery } from './tree.ts'

export const maxQueryLength = 500
export const maxTerms = 64

/** Why a typed query cannot be searched for. */
export type QueryRefusal = 'query-too-long' | 'unbalanced-quotes' | 'too-many-terms' | 'nothing-to-search-for'

/** What a typed query means, or why it means nothing. */
export type ParsedQuery = { readonly query: TypedQuery } | { readonly refusal: QueryRefusal }

/** Words must all be there, in any inflection; "words in quotes" stand side by side as written; nothing asks for all. */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.trim()
  if (text === '') return { query: { kind: 'all' } }
  if (text.length > maxQueryLength) return { refusal: 'query-too-long' }

  const parts = text.split(/["“”„«»]/)
  if (parts.length % 2 === 0) return { refusal: 'unbalanced-quotes' }

  const nodes = parts.flatMap((part, at) => (at % 2 === 1 ? quoted(part) : unquoted(part)))
  if (nodes.reduce((sum, node) => sum + termsIn(node), 0) > maxTerms) return { refusal: 'too-many-terms' }
  const [first] = nodes
  if (!first) return { refusal: 'nothing-to-search-for' }
  return { query: nodes.length === 1 ? first : { kind: 'and', children: nodes } }
}

/** How many words a query asks for. */
export function termsIn(node: TypedQuery): number {
  switch (node.kind) {
    case 'all':
    case 'language':
      return 0
    case 'term':
    case 'prefix':
    case 'fuzzy':
    case 'infix':
    case 'compounds':
      return 1
    case 'phrase':
    case 'near':
      return node.words.length
    case 'not':
      return termsIn(node.child)
    case 'and':
    case 'or':
      return node.children.reduce((sum, child) => sum + termsIn(child), 0)
  }
}

function quoted(part: string): QueryNode[] {
  return sideBySide(part, 'exact')
}

// "11-5" and "IKT-plan" are one thing to the person typing, so their parts must stand together; a slash lists.
function unquoted(part: string): QueryNode[] {
  return part.split(/[\s/]+/).flatMap((chunk) => sideBySide(chunk, 'inflected'))
}

function sideBySide(text: string, match: 'inflected' | 'exact'): QueryNode[] {
  const words = wordsOf(text).map((word) => word.text)
  const [first] = words
  if (first === undefined) return []
  return [words.length === 1 ? { kind: 'term', text: first, match } : { kind: 'phrase', words, match }]
}
