import { config } from '#app/platform/config.server.ts'
import { database } from '#app/platform/database.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import {
  type AccessScope,
  type Expansion,
  type FacetName,
  maxReachableHits,
  type SearchResponse,
  type Suggestion,
} from '#search/port.ts'
import { parseQuery, type QueryRefusal } from '#search/query.ts'
import type { TypedQuery } from '#search/tree.ts'
import type { Filters, View } from './filters.ts'
import { type ToldNotice, toldTo } from './notices.ts'

/** How many hits a page holds: the lines of a concordance are short. */
const hitsPerPage: Record<View, number> = { passages: 20, inputs: 20, words: 50 }

/** Waits shorter than this are over before anyone could have noticed. */
const noticeableWaitMs = 10_000

/** What a search found, and what its reader is told of it besides the hits. */
export type Asked = {
  found: SearchResponse
  pageCount: number
  /** How many texts the index lacks, when they have waited long enough to be noticed. */
  waiting: number
  told: Told
}

/** `ignored` are words typed and not looked for. `anyWidens`: nothing has all the words, and asking for one is wider. */
export type Told = {
  expansions: readonly Expansion[]
  suggestions: readonly Suggestion[]
  notices: readonly ToldNotice[]
  ignored: readonly string[]
  anyWidens: boolean
}

/** Asks the index what an address asks for. Gives a refusal when the words cannot be searched for. */
export async function ask(
  filters: Filters,
  scope: AccessScope,
  limits: { facets: readonly FacetName[]; roundIds?: readonly string[] },
): Promise<Asked | { refusal: QueryRefusal }> {
  const { text, any, compounds } = filters
  const parsed = parseQuery(text, { any, compounds })
  if ('refusal' in parsed) return { refusal: parsed.refusal }
  const size = hitsPerPage[filters.show]
  const found = await searchEngine(database().db, config().meilisearch).search(
    {
      unit: filters.show === 'inputs' ? 'input' : 'passage',
      query: parsed.query,
      filter: {
        selected: filters.selected,
        ...(limits.roundIds && { roundIds: limits.roundIds }),
        ...(filters.input && { inputIds: [filters.input] }),
      },
      facets: limits.facets,
      page: { number: filters.page, size },
    },
    scope,
  )
  const { expansions, suggestions, freshness } = found
  const late = freshness.waiting > 0 && freshness.oldestWaitingMs > noticeableWaitMs
  return {
    found,
    pageCount: Math.ceil(Math.min(found.total, maxReachableHits) / size),
    waiting: late ? freshness.waiting : 0,
    told: {
      ...{ expansions, suggestions, ignored: parsed.ignored },
      notices: toldTo(scope.audience, found.notices),
      anyWidens: found.total === 0 && !any && anyWidens(filters, parsed.query),
    },
  }
}

// Words joined by OG, and those after IKKE, are asked for either way.
function anyWidens({ text, compounds }: Filters, query: TypedQuery): boolean {
  const wider = parseQuery(text, { any: true, compounds })
  return 'query' in wider && JSON.stringify(wider.query) !== JSON.stringify(query)
}
