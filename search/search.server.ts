import { and, inArray, sql } from 'drizzle-orm'
import { searchDocuments, searchOutbox } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import { expand } from './expansion.server.ts'
import { spansOf } from './highlight.ts'
import {
  type AccessScope,
  type Freshness,
  type Matcher,
  maxPageSize,
  maxRanked,
  maxReachableHits,
  type SearchHit,
  type SearchNotice,
  type SearchPort,
  type SearchRequest,
  type Window,
} from './port.ts'
import { scopeCondition } from './postgres/conditions.server.ts'
import { lexemesForRarity, rank, rankedWords } from './ranking.ts'
import type { QueryNode } from './tree.ts'
import { rarityOf } from './vocabulary.server.ts'

/** Searching with an engine for the sets: words are expanded before, ranking, texts and highlights are made after. */
export function searchWith(db: Database, matcher: Matcher): SearchPort {
  return {
    async search(request, scope) {
      const began = performance.now()
      const { query, expansions, bounded } = await expand(db, request.query, scope)
      const filter = request.filter ?? {}
      const window = windowOf(request)
      const [matched, freshness] = await Promise.all([
        matcher.match(
          { unit: request.unit, query, filter, facets: request.facets, candidates: query },
          scope,
        ),
        freshnessOf(db, scope),
      ])
      const ranked = await rankKeys(db, query, matched.keys, scope)
      const inRank = ranked.slice(window.offset, window.offset + window.limit)
      const beyond = window.limit - inRank.length
      const older =
        beyond > 0 && matched.keys.length === maxRanked
          ? await matcher.newest(query, filter, scope, {
              offset: Math.max(maxRanked, window.offset),
              limit: beyond,
            })
          : []
      const page = [...inRank, ...older.map((docKey) => ({ docKey, score: 0 }))]
      const notices: SearchNotice[] = [
        ...matched.notices,
        ...(query.kind !== 'all' && matched.total > maxRanked ? (['RANKING_BOUNDED'] as const) : []),
        ...(window.offset >= maxReachableHits ? (['PAGE_TOO_DEEP'] as const) : []),
        ...(bounded ? (['EXPANSION_BOUNDED'] as const) : []),
      ]
      return {
        engine: matcher.engine,
        hits: await textsOf(db, query, page, scope),
        total: matched.total,
        facets: matched.facets,
        expansions,
        suggestions: [],
        notices,
        freshness,
        tookMs: performance.now() - began,
      }
    },
  }
}

type Scored = { readonly docKey: string; readonly score: number }

function windowOf({ page }: SearchRequest): Window {
  const size = whole(page.size, maxPageSize)
  const offset = (whole(page.number, maxReachableHits) - 1) * size
  return { offset, limit: Math.max(0, Math.min(size, maxReachableHits - offset)) }
}

// A page number comes from an address that anyone can write.
function whole(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(1, Math.trunc(value))) : 1
}

async function rankKeys(
  db: Database,
  query: QueryNode,
  keys: readonly string[],
  scope: AccessScope,
): Promise<Scored[]> {
  const words = rankedWords(query)
  if (words.length === 0 || keys.length < 2) return keys.map((docKey) => ({ docKey, score: 0 }))
  const { docKey, stems, wordCount } = searchDocuments
  const [rows, rarity] = await Promise.all([
    db
      .select({ docKey, stems, wordCount })
      .from(searchDocuments)
      .where(and(scopeCondition(scope), inArray(docKey, [...keys]))),
    rarityOf(db, scope.audience, lexemesForRarity(words)),
  ])
  const places = new Map(keys.map((key, at) => [key, at]))
  rows.sort((a, b) => (places.get(a.docKey) ?? 0) - (places.get(b.docKey) ?? 0))
  return rank(rows, words, rarity)
}

async function textsOf(
  db: Database,
  query: QueryNode,
  page: readonly Scored[],
  scope: AccessScope,
): Promise<SearchHit[]> {
  if (page.length === 0) return []
  const { docKey, passageId, inputId, versionId, lang, body } = searchDocuments
  const rows = await db
    .select({ docKey, passageId, inputId, versionId, lang, body })
    .from(searchDocuments)
    .where(
      and(
        scopeCondition(scope),
        inArray(
          docKey,
          page.map((hit) => hit.docKey),
        ),
      ),
    )
  return page.flatMap(({ docKey, score }) => {
    const row = rows.find((candidate) => candidate.docKey === docKey)
    if (!row) return []
    const { lang, ...hit } = row
    return [{ ...hit, score, spans: spansOf(row.body, lang, query) }]
  })
}

async function freshnessOf(db: Database, scope: AccessScope): Promise<Freshness> {
  const [row] = await db.execute<{ waiting: string; oldest: string }>(sql`
    select count(*) as waiting,
      coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)) * 1000, 0)::bigint as oldest
    from ${searchOutbox} where doc_key like ${`${scope.audience}/%`} and (next_attempt_at <= now() + interval '1 minute' or attempts > 0)`)
  return { waiting: Number(row?.waiting ?? 0), oldestWaitingMs: Math.max(0, Number(row?.oldest ?? 0)) }
}
