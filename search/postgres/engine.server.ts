import { sql } from 'drizzle-orm'
import { searchOutbox } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import {
  type AccessScope,
  type FacetName,
  type Freshness,
  maxPageSize,
  maxReachableHits,
  type SearchEngine,
  type SearchNotice,
  type SearchRequest,
} from '../port.ts'
import { indexPort } from './changes.server.ts'
import { conditionsOf } from './conditions.server.ts'
import { type Counts, countMatches } from './counts.server.ts'
import { listHits, maxRanked } from './hits.server.ts'
import { type Plan, plan } from './planner.ts'

/** The engine that needs nothing but the database: always there, and always live. */
export function postgresEngine(db: Database): SearchEngine {
  return {
    engine: 'postgres',
    ...indexPort(db),
    async search(request, scope) {
      const began = performance.now()
      const planned = plan(request.query)
      const where = conditionsOf(scope, planned, request.filter ?? {})
      const { offset, limit } = windowOf(request)
      const [hits, counts, freshness] = await Promise.all([
        limit > 0 ? listHits(db, request.query, planned, where, { offset, limit }) : [],
        countAll(db, request, scope, planned),
        freshnessOf(db, scope),
      ])
      return {
        hits,
        total: counts.total,
        facets: Object.fromEntries(counts.facets),
        notices: noticesOf(planned, counts.total, offset),
        freshness,
        tookMs: performance.now() - began,
      }
    },
  }
}

function windowOf({ page }: SearchRequest): { offset: number; limit: number } {
  const size = whole(page.size, maxPageSize)
  const offset = (whole(page.number, maxReachableHits) - 1) * size
  return { offset, limit: Math.max(0, Math.min(size, maxReachableHits - offset)) }
}

// A page number comes from an address that anyone can write.
function whole(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(1, Math.trunc(value))) : 1
}

function noticesOf(planned: Plan, total: number, offset: number): SearchNotice[] {
  return [
    ...(planned.kind === 'tsquery' && total > maxRanked ? (['RANKING_BOUNDED'] as const) : []),
    ...(offset >= maxReachableHits ? (['PAGE_TOO_DEEP'] as const) : []),
  ]
}

/** One pass for the total and the facets without a choice, and one for each facet with a choice, less that choice. */
async function countAll(
  db: Database,
  request: SearchRequest,
  scope: AccessScope,
  planned: Plan,
): Promise<Counts> {
  const filter = request.filter ?? {}
  const chosen = request.facets.filter((name) => filter.selected?.[name] !== undefined)
  const others = request.facets.filter((name) => !chosen.includes(name))
  const countWithout = (facets: FacetName[], counted?: FacetName) =>
    countMatches(db, conditionsOf(scope, planned, filter, counted), facets)
  const [first, ...rest] = await Promise.all([
    countWithout(others),
    ...chosen.map((name) => countWithout([name], name)),
  ])
  return { total: first.total, facets: new Map([first, ...rest].flatMap(({ facets }) => [...facets])) }
}

async function freshnessOf(db: Database, scope: AccessScope): Promise<Freshness> {
  const [row] = await db.execute<{ waiting: string; oldest: string }>(sql`
    select count(*) as waiting,
      coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)) * 1000, 0)::bigint as oldest
    from ${searchOutbox} where doc_key like ${`${scope.audience}/%`} and (next_attempt_at <= now() + interval '1 minute' or attempts > 0)`)
  return { waiting: Number(row?.waiting ?? 0), oldestWaitingMs: Math.max(0, Number(row?.oldest ?? 0)) }
}
