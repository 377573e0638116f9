/** What searching means, in our own words. Nothing here knows an engine's syntax. */
import type { SearchDocument } from './document.ts'
import type { Rankable } from './ranking.ts'
import type { QueryNode, TypedQuery } from './tree.ts'

/** The fields whose values are counted beside the hits. */
export const facetNames = [
  'round',
  'organisationKind',
  'county',
  'question',
  'language',
  'theme',
  'position',
  'tagged',
] as const
export type FacetName = (typeof facetNames)[number]

/** Values chosen per facet: any of the values within a facet, and every facet at once. */
export type FacetSelection = { readonly [name in FacetName]?: readonly string[] }

/** What narrows a search besides its words. An absent list does not narrow; an empty one matches nothing. */
export type SearchFilter = {
  readonly strategyIds?: readonly string[]
  readonly roundIds?: readonly string[]
  readonly inputIds?: readonly string[]
  readonly selected?: FacetSelection
}

/** A page of hits, counted from 1. The size is at most `maxPageSize`. */
export type Page = { readonly number: number; readonly size: number }
export const maxPageSize = 100

/** How many hits can be paged through; deeper pages come back empty with `PAGE_TOO_DEEP`. */
export const maxReachableHits = 10_000

/** How many matches are ranked by their words, the newest first; those beyond follow by age. */
export const maxRanked = 1_000

/** What one hit is: a passage, or an input with at least one passage that matches. */
export type Unit = 'passage' | 'input'

/** One search. `facets` names the facets to count; totals and counts are numbers of `unit`. */
export type SearchRequest = {
  readonly unit: Unit
  readonly query: TypedQuery
  readonly filter?: SearchFilter
  readonly facets: readonly FacetName[]
  readonly page: Page
}

const scoped: unique symbol = Symbol('access scope')

/** Whose eyes a search serves. Made only by the two functions below; every query is narrowed by it. */
export type AccessScope = { readonly [scoped]: true } & (
  | { readonly audience: 'staff'; readonly strategyIds: readonly string[] }
  | { readonly audience: 'public' }
)

/** The full text of these strategies; null when there are none, for then there is nothing one may search. */
export function staffScope(strategyIds: readonly string[]): AccessScope | null {
  return strategyIds.length > 0 ? { [scoped]: true, audience: 'staff', strategyIds: [...strategyIds] } : null
}

/** What has been published, of every strategy. */
export function publicScope(): AccessScope {
  return { [scoped]: true, audience: 'public' }
}

/** A stretch of a text in code units, end excluded. */
export type Span = { readonly start: number; readonly end: number }

/**
 * One passage found, or the best passage of an input found. `spans` are the words in `body` that matched; `score`
 * only orders within one answer. `passagesInInput` is how many passages of the input match, when inputs are asked for.
 */
export type SearchHit = {
  readonly docKey: string
  readonly passageId: string
  readonly inputId: string
  readonly versionId: string
  readonly score: number
  readonly body: string
  readonly spans: readonly Span[]
  readonly passagesInInput?: number
}

export type FacetValue = { readonly value: string; readonly count: number }

/**
 * What the reader must be told about how the answer was made: only the newest were ranked; the page is out of reach;
 * a word stood for more words than were searched for; matches were read through one by one; the other engine had to
 * answer because this one cannot, or because it is down or behind; a language's words are matched only as written.
 */
export type SearchNotice =
  | 'RANKING_BOUNDED'
  | 'PAGE_TOO_DEEP'
  | 'EXPANSION_BOUNDED'
  | 'VERIFIED_ONE_BY_ONE'
  | 'ANSWERED_BY_POSTGRES'
  | 'FELL_BACK_TO_POSTGRES'
  | 'LANGUAGE_UNSUPPORTED'

/**
 * What a typed word also stood for: other forms of it (`inflection`), words a little different (`fuzzy`), words that
 * contain it (`infix`), compounds of it (`compound`). `words` are as in the texts, the commonest first; `more` says how
 * many others were searched for too.
 */
export type Expansion = {
  readonly text: string
  readonly kind: 'inflection' | 'fuzzy' | 'infix' | 'compound'
  readonly words: readonly string[]
  readonly more: number
}

/** A word nobody has written, and one that somebody has. Given when a search finds nothing. */
export type Suggestion = { readonly word: string; readonly instead: string }

/** How far the index is behind what has been saved. */
export type Freshness = { readonly waiting: number; readonly oldestWaitingMs: number }

export type EngineName = 'postgres' | 'meilisearch'

/** The answer. `total` is exact. A facet's counts ignore the facet's own selection, so that one can choose more. */
export type SearchResponse = {
  readonly engine: EngineName
  readonly hits: readonly SearchHit[]
  readonly total: number
  readonly facets: { readonly [name in FacetName]?: readonly FacetValue[] }
  readonly expansions: readonly Expansion[]
  readonly suggestions: readonly Suggestion[]
  readonly notices: readonly SearchNotice[]
  readonly freshness: Freshness
  readonly tookMs: number
}

/** What pages and rooms use: asking. */
export interface SearchPort {
  search(request: SearchRequest, scope: AccessScope): Promise<SearchResponse>
}

/** What an engine is asked: which documents match. Ranking, texts and highlights are made once, for every engine. */
export type MatchRequest = {
  readonly unit: Unit
  readonly query: QueryNode
  readonly filter: SearchFilter
  readonly facets: readonly FacetName[]
  /** Whose keys are wanted for ranking: a tree that matches a part of `query`'s matches, or `query` itself. */
  readonly candidates: QueryNode
}

/**
 * What an engine answers. `keys` are document keys of passages, the newest first, at most `maxRanked`. An engine that
 * has read what ranking needs gives that too, in the same order.
 */
export type Matched = {
  readonly total: number
  readonly facets: { readonly [name in FacetName]?: readonly FacetValue[] }
  readonly keys: readonly string[]
  readonly rankable?: readonly Rankable[]
  readonly notices: readonly SearchNotice[]
}

/** A stretch of matches by age: the newest first, the key settling ties. */
export type Window = { readonly offset: number; readonly limit: number }

/** An engine of search, for what it alone knows: the sets. */
export interface Matcher {
  readonly engine: EngineName
  /** Throws `UnsupportedQuery` rather than answer with anything but the exact set. */
  match(request: MatchRequest, scope: AccessScope): Promise<Matched>
  /** Keys of matching passages by age. */
  newest(
    query: QueryNode,
    filter: SearchFilter,
    scope: AccessScope,
    window: Window,
  ): Promise<readonly string[]>
}

/**
 * Why an engine cannot answer: it counts passages, not inputs; more matches than it may read one by one; a facet with
 * more values than it counts; a tree deeper than it takes.
 */
export type Unsupported = 'unit' | 'too-many-to-verify' | 'too-many-values' | 'too-deep'

/** The engine cannot answer this exactly; another must. */
export class UnsupportedQuery extends Error {
  readonly reason: Unsupported

  constructor(reason: Unsupported) {
    super(reason)
    this.reason = reason
  }
}

/** A change to the index. `rev` orders changes of one document: an older one never overwrites a newer. */
export type IndexChange =
  | { readonly op: 'put'; readonly doc: SearchDocument }
  | { readonly op: 'delete'; readonly docKey: string; readonly rev: number }

/** Enough of an indexed document to tell whether it should still be there. */
export type IndexedKey = { readonly docKey: string; readonly strategyId: string; readonly rev: number }

/** What only the dispatcher and the rebuild use: changing the index. A change is done when `apply` returns. */
export interface SearchIndexPort {
  apply(changes: readonly IndexChange[]): Promise<void>
  /** Every indexed key after `after`, in order of key, at most `limit`. */
  listKeys(after: string, limit: number): Promise<readonly IndexedKey[]>
  count(): Promise<number>
}
