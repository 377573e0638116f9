/** What every search engine must do, in our own words. Nothing here knows an engine's syntax. */
import type { SearchDocument } from './document.ts'

/** How a word may match: any inflection of it, or only the form as written (case and accents aside). */
export type Match = 'inflected' | 'exact'

/** What is asked for, as a tree. Planners switch on `kind`, so a new kind breaks each planner at compile time. */
export type QueryNode =
  | { kind: 'all' }
  | { kind: 'term'; text: string; match: Match }
  | { kind: 'phrase'; words: readonly string[]; match: Match }
  | { kind: 'and'; children: readonly QueryNode[] }
  | { kind: 'or'; children: readonly QueryNode[] }
  | { kind: 'not'; child: QueryNode }

/** The fields whose values are counted beside the hits. */
export const facetNames = ['organisationKind', 'county', 'question', 'language', 'theme'] as const
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

/** One search. `facets` names the facets to count. */
export type SearchRequest = {
  readonly unit: 'passage'
  readonly query: QueryNode
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

/** One passage found. `spans` are the words in `body` that matched; `score` only orders within one answer. */
export type SearchHit = {
  readonly docKey: string
  readonly passageId: string
  readonly inputId: string
  readonly versionId: string
  readonly score: number
  readonly body: string
  readonly spans: readonly Span[]
}

export type FacetValue = { readonly value: string; readonly count: number }

/** What the reader must be told about how the answer was made. */
export type SearchNotice = 'RANKING_BOUNDED' | 'PAGE_TOO_DEEP'

/** How far the index is behind what has been saved. */
export type Freshness = { readonly waiting: number; readonly oldestWaitingMs: number }

/** The answer. `total` is exact. A facet's counts ignore the facet's own selection, so that one can choose more. */
export type SearchResponse = {
  readonly hits: readonly SearchHit[]
  readonly total: number
  readonly facets: { readonly [name in FacetName]?: readonly FacetValue[] }
  readonly notices: readonly SearchNotice[]
  readonly freshness: Freshness
  readonly tookMs: number
}

/** What pages and rooms use: asking. */
export interface SearchPort {
  readonly engine: 'postgres' | 'meilisearch'
  search(request: SearchRequest, scope: AccessScope): Promise<SearchResponse>
}

/** A change to the index. `rev` orders changes of one document: an older one never overwrites a newer. */
export type IndexChange =
  | { readonly op: 'put'; readonly doc: SearchDocument }
  | { readonly op: 'delete'; readonly docKey: string; readonly rev: number }

/** Names changes handed over but perhaps not yet done. */
export type IndexReceipt = { readonly settled: Settled }

/** What became of handed-over changes. `reason` never holds text of a document. */
export type Settled = {
  readonly applied: readonly string[]
  readonly failed: readonly { readonly docKey: string; readonly reason: string }[]
}

/** Enough of an indexed document to tell whether it should still be there. */
export type IndexedKey = { readonly docKey: string; readonly strategyId: string; readonly rev: number }

/** What only the dispatcher and the rebuild use: changing the index. */
export interface SearchIndexPort {
  apply(changes: readonly IndexChange[]): Promise<IndexReceipt>
  settle(receipt: IndexReceipt): Promise<Settled>
  /** Every indexed key after `after`, in order of key, at most `limit`. */
  listKeys(after: string, limit: number): Promise<readonly IndexedKey[]>
  count(): Promise<number>
}

export type SearchEngine = SearchPort & SearchIndexPort
