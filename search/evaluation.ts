import { type Lexemes, type Wanted, wantedBy } from './lexemes.ts'
import type { QueryNode } from './tree.ts'

/** Whether a document matches, read from its lexemes: what every engine's answer must equal. */
export function matchesQuery(query: QueryNode, lexemes: Lexemes): boolean {
  switch (query.kind) {
    case 'and':
      return query.children.every((child) => matchesQuery(child, lexemes))
    case 'or':
      return query.children.some((child) => matchesQuery(child, lexemes))
    case 'not':
      return !matchesQuery(query.child, lexemes)
    default:
      return matchesLeaf(wantedBy(query), lexemes)
  }
}

function matchesLeaf(wanted: Wanted, lexemes: Lexemes): boolean {
  switch (wanted.kind) {
    case 'all':
      return true
    case 'none':
      return false
    case 'prefix': {
      for (const lexeme of lexemes.keys()) if (lexeme.startsWith(wanted.beginning)) return true
      return false
    }
    case 'run': {
      const [first = [], ...rest] = wanted.words
      if (rest.length === 0) return first.some((lexeme) => lexemes.has(lexeme))
      const later = rest.map((word) => new Set(placesOf(word, lexemes)))
      return placesOf(first, lexemes).some((at) =>
        later.every((places, offset) => places.has(at + offset + 1)),
      )
    }
    case 'near': {
      const [one, other] = wanted.words.map((word) => placesOf(word, lexemes))
      return (one ?? []).some((a) => (other ?? []).some((b) => a !== b && Math.abs(a - b) <= wanted.distance))
    }
  }
}

function placesOf(alternatives: readonly string[], lexemes: Lexemes): number[] {
  return alternatives.flatMap((lexeme) => lexemes.get(lexeme) ?? [])
}
