import type { Meilisearch } from 'meilisearch'
import type { Database } from '../database.server.ts'
import {
  type AccessScope,
  type Matched,
  type Matcher,
  type MatchRequest,
  maxRanked,
  type SearchFilter,
  UnsupportedQuery,
  type Window,
} from '../port.ts'
import type { QueryNode } from '../tree.ts'
import { type Answer, askAll, byAge, type Question } from './asking.server.ts'
import { narrowing, plan } from './planner.ts'
import { type Reading, type Readings, readOneByOne, withReadings } from './verification.server.ts'

/** An index on a Meilisearch server, and the database that holds the texts of what is in it. */
export type MeiliIndex = { readonly client: Meilisearch; readonly uid: string; readonly db: Database }

/**
 * Meilisearch as engine. What it cannot tell from its index, phrases and nearness, is read one by one. Refuses to count
 * inputs, for it counts documents: Postgres answers that. What the server or the way to it fails with passes through.
 */
export function meiliMatcher(index: MeiliIndex): Matcher {
  return {
    engine: 'meilisearch',
    match: (request, scope) => match(index, request, scope),
    newest: (query, filter, scope, window) => listNewest(index, query, filter, scope, window),
  }
}

/**
 * One question for the total and the facets without a choice, and one for each facet with a choice, less that choice.
 * The keys come with the first, unless other documents than the matches are to be ranked.
 */
async function match(
  { client, uid, db }: MeiliIndex,
  request: MatchRequest,
  scope: AccessScope,
): Promise<Matched> {
  const { query, candidates, filter } = request
  if (request.unit !== 'passage') throw new UnsupportedQuery('unit')
  const chosen = request.facets.filter((name) => filter.selected?.[name] !== undefined)
  const others = request.facets.filter((name) => !chosen.includes(name))
  const within = narrowing(scope, filter)
  const asked = plan(query)
  const counts: Question[] = [
    { within, plan: asked, limit: candidates === query ? maxRanked : 0, facets: others },
    ...chosen.map((name) => ({
      within: narrowing(scope, filter, name),
      plan: asked,
      limit: 0,
      facets: [name],
    })),
  ]
  const ranked: Question[] =
    candidates === query ? [] : [{ within, plan: plan(candidates), limit: maxRanked }]
  const answers = await askAll(client, uid, [...counts, ...ranked])
  const readings = await readOneByOne(db, unreadIn(answers), [query, candidates], scope)

  const [first, ...rest] = answers.slice(0, counts.length).map((answer) => {
    const matching = matchingIn(answer, readings, query)
    return {
      total: answer.total + matching.length,
      facets: Array.from(
        answer.facets,
        ([name, values]) => [name, withReadings(values, matching, name)] as const,
      ),
    }
  })
  return {
    total: first?.total ?? 0,
    facets: Object.fromEntries([first, ...rest].flatMap((counted) => counted?.facets ?? [])),
    keys: byAgeIn(answers[candidates === query ? 0 : counts.length], readings, candidates).slice(
      0,
      maxRanked,
    ),
    notices: readings.size > 0 ? ['VERIFIED_ONE_BY_ONE'] : [],
  }
}

/** A window on those that match for certain and those that were read, put together by age. */
async function listNewest(
  { client, uid, db }: MeiliIndex,
  query: QueryNode,
  filter: SearchFilter,
  scope: AccessScope,
  { offset, limit }: Window,
): Promise<string[]> {
  const planned = plan(query)
  // Those that were read can push a certain one at most `maxRanked` places down.
  const skipped = planned.open.kind === 'none' ? offset : Math.max(0, offset - maxRanked)
  const question = { within: narrowing(scope, filter), plan: planned, offset: skipped }
  const answers = await askAll(client, uid, [{ ...question, limit: offset - skipped + limit }])
  const readings = await readOneByOne(db, unreadIn(answers), [query], scope)
  return byAgeIn(answers[0], readings, query).slice(offset - skipped, offset - skipped + limit)
}

function unreadIn(answers: readonly Answer[]): string[] {
  return [...new Set(answers.flatMap(({ unread }) => unread))]
}

function matchingIn({ unread }: Answer, readings: Readings, query: QueryNode): Reading[] {
  return unread.flatMap((docKey) => {
    const reading = readings.get(docKey)
    return reading?.matches.has(query) ? [reading] : []
  })
}

function byAgeIn(answer: Answer | undefined, readings: Readings, query: QueryNode): string[] {
  if (!answer) return []
  return [...answer.found, ...matchingIn(answer, readings, query).map(({ found }) => found)]
    .sort(byAge)
    .map(({ docKey }) => docKey)
}
