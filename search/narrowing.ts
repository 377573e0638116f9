import { stemsOf, wordsOf } from './analyser.ts'
import type { QueryNode } from './tree.ts'

/** How many documents hold a lexeme, as last counted. */
export type Holding = ReadonlyMap<string, number>

/**
 * The part of a query's matches that is worth ranking, when any of several words would do and together they match more
 * than `most` documents: those with the rarest words. Otherwise the query itself.
 */
export function narrowed(query: QueryNode, holding: Holding, most: number): QueryNode {
  if (query.kind === 'and') {
    const children = query.children.map((child) => narrowed(child, holding, most))
    return children.every((child, at) => child === query.children[at]) ? query : { kind: 'and', children }
  }
  if (query.kind !== 'or' || isOneWord(query)) return query
  const rarest = query.children
    .map((child) => ({ child, held: heldBy(child, holding) }))
    .sort((one, other) => one.held - other.held)
  const children: QueryNode[] = []
  let sum = 0
  for (const { child, held } of rarest) {
    if (children.length > 0 && sum + held > most) break
    children.push(child)
    sum += held
  }
  return children.length === query.children.length ? query : { kind: 'or', children }
}

/** Whether there is a choice among words in the query, which numbers could narrow. */
export function canBeNarrowed(query: QueryNode): boolean {
  return (
    (query.kind === 'or' && !isOneWord(query)) || (query.kind === 'and' && query.children.some(canBeNarrowed))
  )
}

// A word and the forms it was found to stand for are not a choice: who misspelt it, or asked for its compounds too, wants
// all of them in the order of their merits.
function isOneWord(query: QueryNode): boolean {
  if (query.kind !== 'or') return false
  const others = query.children.filter((child) => !isForms(child))
  return (
    others.length < query.children.length && others.length <= 1 && others.every(({ kind }) => kind === 'term')
  )
}

function isForms(query: QueryNode): boolean {
  if (query.kind === 'or') return query.children.every(isForms)
  return query.kind === 'term' && query.match === 'exact'
}

/** The lexemes whose numbers `narrowed` looks at. */
export function stemsToCount(query: QueryNode): string[] {
  switch (query.kind) {
    case 'term':
      return wordsOf(query.text).flatMap(({ text }) => stemsOf(text))
    case 'and':
    case 'or':
      return query.children.flatMap(stemsToCount)
    default:
      return []
  }
}

// What nobody has counted is taken to be rare: it is ranked rather than left out.
function heldBy(node: QueryNode, holding: Holding): number {
  const held = stemsToCount(node).map((stem) => holding.get(stem) ?? 0)
  return node.kind === 'and' ? Math.min(...held, Number.MAX_SAFE_INTEGER) : Math.max(0, ...held)
}
