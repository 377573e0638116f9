import { isUuid } from '../document.ts'
import { type Wanted, wantedBy } from '../lexemes.ts'
import { type AccessScope, type FacetName, facetNames, type SearchFilter } from '../port.ts'
import type { QueryNode } from '../tree.ts'
import { all, beginsWith, both, type Condition, either, except, none, oneOf } from './condition.ts'

/**
 * What a query asks of the index. Documents in `sure` match; those in `open` have the words, but only their texts
 * tell whether they match, for the index knows no places; all others do not match.
 */
export type Plan = { readonly sure: Condition; readonly open: Condition }

/** The attributes that facets are counted by. */
export const attributeOf = {
  round: 'roundId',
  organisationKind: 'organisationKind',
  county: 'county',
  question: 'questionId',
  language: 'language',
  theme: 'themeIds',
  position: 'positions',
  tagged: 'tagged',
} as const satisfies Record<FacetName, string>

/** A query tree as conditions on the index. */
export function plan(query: QueryNode): Plan {
  const { lower, upper } = boundsOf(query)
  return lower === upper ? { sure: upper, open: none } : { sure: lower, open: both(upper, except(lower)) }
}

/**
 * Everything a document must meet besides the words: the scope first, then the filter, less one facet's own selection
 * when that facet is being counted.
 */
export function narrowing(scope: AccessScope, filter: SearchFilter, counted?: FacetName): Condition {
  const selected = facetNames.flatMap((name) => {
    const values = filter.selected?.[name]
    return values && name !== counted ? [chosen(name, values)] : []
  })
  return both(
    oneOf('audience', [scope.audience]),
    ...(scope.audience === 'staff' ? [anyId('strategyId', scope.strategyIds)] : []),
    ...(filter.strategyIds ? [anyId('strategyId', filter.strategyIds)] : []),
    ...(filter.roundIds ? [anyId('roundId', filter.roundIds)] : []),
    ...(filter.inputIds ? [anyId('inputId', filter.inputIds)] : []),
    ...selected,
  )
}

// The matches lie between the two: every document in `lower` matches, and none outside `upper`. They are one and the
// same object where the index can tell.
type Bounds = { readonly lower: Condition; readonly upper: Condition }

const exactly = (condition: Condition): Bounds => ({ lower: condition, upper: condition })

function boundsOf(query: QueryNode): Bounds {
  switch (query.kind) {
    case 'and':
      return combined(query.children.map(boundsOf), both)
    case 'or':
      return combined(query.children.map(boundsOf), either)
    case 'not': {
      const { lower, upper } = boundsOf(query.child)
      return lower === upper ? exactly(except(lower)) : { lower: except(upper), upper: except(lower) }
    }
    default:
      return leaf(wantedBy(query))
  }
}

function leaf(wanted: Wanted): Bounds {
  switch (wanted.kind) {
    case 'all':
      return exactly(all)
    case 'none':
      return exactly(none)
    case 'prefix':
      return exactly(beginsWith('lexSet', wanted.beginning))
    case 'run': {
      const words = both(...wanted.words.map((word) => oneOf('lexSet', word)))
      return wanted.words.length === 1 ? exactly(words) : { lower: none, upper: words }
    }
    case 'near':
      return { lower: none, upper: both(...wanted.words.map((word) => oneOf('lexSet', word))) }
  }
}

function combined(parts: readonly Bounds[], combine: (...parts: readonly Condition[]) => Condition): Bounds {
  const upper = combine(...parts.map((part) => part.upper))
  if (parts.every((part) => part.lower === part.upper)) return exactly(upper)
  const lower = combine(...parts.map((part) => part.lower))
  // Both may have become everything or nothing.
  return lower.kind === upper.kind && (upper.kind === 'all' || upper.kind === 'none')
    ? exactly(upper)
    : { lower, upper }
}

const ids: readonly FacetName[] = ['round', 'question', 'theme']

function chosen(name: FacetName, values: readonly string[]): Condition {
  const attribute = attributeOf[name]
  return ids.includes(name) ? anyId(attribute, values) : oneOf(attribute, values)
}

// An id may be typed in capitals; Postgres reads it all the same.
function anyId(attribute: Parameters<typeof oneOf>[0], values: readonly string[]): Condition {
  return oneOf(
    attribute,
    values.filter(isUuid).map((id) => id.toLowerCase()),
  )
}
