import type { OpenLeaf, QueryNode, TypedQuery } from './tree.ts'

/** The query with every open leaf replaced. */
export function closed(query: TypedQuery, replacement: (leaf: OpenLeaf) => QueryNode): QueryNode {
  switch (query.kind) {
    case 'fuzzy':
    case 'infix':
    case 'compounds':
      return replacement(query)
    case 'and':
    case 'or':
      return { kind: query.kind, children: query.children.map((child) => closed(child, replacement)) }
    case 'not':
      return { kind: 'not', child: closed(query.child, replacement) }
    default:
      return query
  }
}

/** The query as if every open leaf were its word alone, in any inflection. */
export const plainly = (query: TypedQuery): QueryNode =>
  closed(query, ({ text }) => ({ kind: 'term', text, match: 'inflected' }))

/** What an open leaf is searched for as: these forms as written, and unless it is a part of words, its own inflections. */
export function replaced(leaf: OpenLeaf, forms: readonly string[]): QueryNode {
  const written: QueryNode = {
    kind: 'or',
    children: forms.map((text) => ({ kind: 'term', text, match: 'exact' })),
  }
  if (leaf.kind === 'infix') return written
  const itself: QueryNode = { kind: 'term', text: leaf.text, match: 'inflected' }
  return forms.length === 0 ? itself : { kind: 'or', children: [itself, written] }
}

/** The open leaves of a query, each once, the negated ones too. */
export function openLeavesIn(query: TypedQuery): OpenLeaf[] {
  const leaves = new Map<string, OpenLeaf>()
  closed(query, (leaf) => {
    leaves.set(`${leaf.kind} ${leaf.text}`, leaf)
    return { kind: 'all' }
  })
  return [...leaves.values()]
}

/** The query without what it does not want. */
export function withoutNegations(query: TypedQuery): TypedQuery {
  switch (query.kind) {
    case 'not':
      return { kind: 'all' }
    case 'and':
    case 'or':
      return { kind: query.kind, children: query.children.map(withoutNegations) }
    default:
      return query
  }
}

/** The words a query looks for in the text in any inflection, each once; negated ones are not looked for. */
export function wordsLookedFor(query: TypedQuery): string[] {
  switch (query.kind) {
    case 'term':
      return query.match === 'inflected' && query.field !== 'sender' ? [query.text] : []
    case 'compounds':
      return [query.text]
    case 'and':
    case 'or':
      return [...new Set(query.children.flatMap(wordsLookedFor))]
    default:
      return []
  }
}
