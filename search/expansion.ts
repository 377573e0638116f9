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
