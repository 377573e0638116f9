import type { Database } from './database.server.ts'
import { replaceOpen, suggest } from './expansion.server.ts'
import { freshnessOf } from './freshness.server.ts'
import { canBeNarrowed, narrowed, stemsToCount } from './narrowing.ts'
import {
  type AccessScope,
  type Matched,
  type Matcher,
  type MatchRequest,
  maxPageSize,
  maxRanked,
  maxReachableHits,
  type SearchNotice,
  type SearchPort,
  type SearchRequest,
  type Window,
} from './port.ts'
import { newestInputs, passagesPerInput } from './postgres/inputs.server.ts'
import { type Rankable, type Ranking, rank, rankedWords, type Scored } from './ranking.ts'
import { formsAsWritten, hitsOf, listRankable } from './texts.server.ts'
import type { QueryNode } from './tree.ts'
import { rarityOf } from './vocabulary.server.ts'

/**
 * Searching with an engine for the sets: open leaves are replaced before, ranking, texts and highlights are made after,
 * so that every engine gives the same hits in the same order.
 */
export function searchWith(db: Database, matcher: Matcher): SearchPort {
  return {
    async search(request, scope) {
      const began = performance.now()
      const { query, expansions, bounded } = await replaceOpen(db, request.query, scope)
      const words = rankedWords(query)
      const stems = [...words.flatMap((word) => word.stems), ...stemsToCount(query)]
      const rare = rarityOf(db, scope.audience, stems)
      const asked: MatchRequest = {
        unit: request.unit,
        query,
        filter: request.filter ?? {},
        facets: request.facets,
        candidates: canBeNarrowed(query) ? narrowed(query, (await rare).holding, maxRanked) : query,
      }
      const [matched, freshness, rarity] = await Promise.all([
        matcher.match(asked, scope),
        freshnessOf(db, scope, matcher.engine),
        rare,
      ])
      const rankable = matched.rankable ?? (await listRankable(db, matched.keys, scope))
      const { scored: ranked, found } = words.length > 0 ? rank(rankable, words, rarity) : unranked(rankable)
      const window = windowOf(request)
      const page =
        request.unit === 'input'
          ? await pageOfInputs(db, asked, scope, bestOfInputs(ranked, rankable), matched, window)
          : await pageOfPassages(matcher, asked, scope, ranked, matched, window)
      const [hits, forms, suggestions] = await Promise.all([
        hitsOf(db, query, page, scope),
        formsAsWritten(db, found, scope),
        matched.total === 0 ? suggest(db, request.query, scope) : [],
      ])
      return {
        engine: matcher.engine,
        hits: request.unit === 'input' ? await withNumbers(db, asked, scope, hits) : hits,
        total: matched.total,
        facets: matched.facets,
        expansions: [...forms, ...expansions],
        suggestions,
        notices: [...matched.notices, ...noticesOf(asked, matched, window, bounded)],
        freshness,
        tookMs: performance.now() - began,
      }
    },
  }
}

function windowOf({ page }: SearchRequest): Window {
  const size = whole(page.size, maxPageSize)
  const offset = (whole(page.number, maxReachableHits) - 1) * size
  return { offset, limit: Math.max(0, Math.min(size, maxReachableHits - offset)) }
}

// A page number comes from an address that anyone can write.
function whole(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(1, Math.trunc(value))) : 1
}

function unranked(rows: readonly Rankable[]): Ranking {
  return { scored: rows.map(({ docKey }) => ({ docKey, score: 0 })), found: [] }
}

/** Ranked matches first; those that were not ranked follow by age. */
async function pageOfPassages(
  matcher: Matcher,
  { query, candidates, filter }: MatchRequest,
  scope: AccessScope,
  ranked: readonly Scored[],
  { total, keys }: Matched,
  { offset, limit }: Window,
): Promise<Scored[]> {
  const page = ranked.slice(offset, offset + limit)
  const room = Math.min(limit - page.length, total - keys.length)
  if (room <= 0) return page
  // Beyond the newest that were ranked come the older of them; beyond a narrowed choice, what was not chosen.
  const narrow = candidates !== query && keys.length < maxRanked
  const others: QueryNode = { kind: 'and', children: [query, { kind: 'not', child: candidates }] }
  const from = Math.max(0, offset - keys.length)
  const window = { offset: narrow ? from : keys.length + from, limit: room }
  const older = await matcher.newest(narrow ? others : query, filter, scope, window)
  return [...page, ...older.map((docKey) => ({ docKey, score: 0 }))]
}

async function pageOfInputs(
  db: Database,
  { query, filter }: MatchRequest,
  scope: AccessScope,
  best: ReadonlyMap<string, Scored>,
  { total }: Matched,
  { offset, limit }: Window,
): Promise<Scored[]> {
  const page = [...best.values()].slice(offset, offset + limit)
  const room = Math.min(limit - page.length, total - best.size)
  if (room <= 0) return page
  const window = { offset: Math.max(0, offset - best.size), limit: room }
  const older = await newestInputs(db, query, filter, scope, [...best.keys()], window)
  return [...page, ...older.map((docKey) => ({ docKey, score: 0 }))]
}

/** The best passage of each input, the best input first. */
function bestOfInputs(ranked: readonly Scored[], rows: readonly Rankable[]): ReadonlyMap<string, Scored> {
  const inputOf = new Map(rows.map(({ docKey, inputId }) => [docKey, inputId]))
  const best = new Map<string, Scored>()
  for (const scored of ranked) {
    const input = inputOf.get(scored.docKey)
    if (input && !best.has(input)) best.set(input, scored)
  }
  return best
}

async function withNumbers(
  db: Database,
  { query, filter }: MatchRequest,
  scope: AccessScope,
  hits: Awaited<ReturnType<typeof hitsOf>>,
) {
  const ids = hits.map(({ inputId }) => inputId)
  const passages = await passagesPerInput(db, query, filter, scope, ids)
  return hits.map((hit) => ({ ...hit, passagesInInput: passages.get(hit.inputId) ?? 1 }))
}

function noticesOf(
  { query, filter, unit }: MatchRequest,
  { total, keys }: Matched,
  { offset }: Window,
  bounded: boolean,
): SearchNotice[] {
  const ranks = rankedWords(query).length > 0
  return [
    ...(ranks && keys.length === maxRanked && (unit === 'input' || total > maxRanked)
      ? (['RANKING_BOUNDED'] as const)
      : []),
    ...(offset >= maxReachableHits ? (['PAGE_TOO_DEEP'] as const) : []),
    ...(bounded ? (['EXPANSION_BOUNDED'] as const) : []),
    ...(ranks && filter.selected?.language?.includes('se') ? (['LANGUAGE_UNSUPPORTED'] as const) : []),
  ]
}
