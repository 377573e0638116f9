import { sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import {
  type AccessScope,
  type FacetName,
  type Matcher,
  type MatchRequest,
  maxRanked,
  type SearchFilter,
  type Window,
} from '../port.ts'
import type { Rankable } from '../ranking.ts'
import type { QueryNode } from '../tree.ts'
import { conditionsOf } from './conditions.server.ts'
import { type Counts, countMatches } from './counts.server.ts'
import { plan } from './planner.ts'

/** The engine that needs nothing but the database: always there, and always live. */
export function postgresMatcher(db: Database): Matcher {
  return {
    engine: 'postgres',
    async match(request, scope) {
      const [{ total, facets }, rankable] = await Promise.all([
        countAll(db, request, scope),
        listNewest(db, request.candidates, request.filter, scope, { offset: 0, limit: maxRanked }),
      ])
      const keys = rankable.map(({ docKey }) => docKey)
      return { total, facets: Object.fromEntries(facets), keys, rankable, notices: [] }
    },
    async newest(query, filter, scope, window) {
      const rows = await listNewest(db, query, filter, scope, window)
      return rows.map(({ docKey }) => docKey)
    },
  }
}

/**
 * The newest first; the key settles the rest, letter by letter and not as Norwegian sorts it, like every engine. What
 * ranking needs comes along: the rows are at hand here, and reading them again by their keys costs as much as this.
 */
async function listNewest(
  db: Database,
  query: QueryNode,
  filter: SearchFilter,
  scope: AccessScope,
  { offset, limit }: Window,
): Promise<Rankable[]> {
  const rows = await db.execute<{ doc_key: string; stems: string; word_count: number; input_id: string }>(sql`
    select doc_key, stems, word_count, input_id from ${searchDocuments}
    where ${conditionsOf(scope, plan(query), filter)}
    order by submitted_at desc nulls last, doc_key collate "C" offset ${offset} limit ${limit}`)
  return rows.map(({ doc_key, stems, word_count, input_id }) => ({
    docKey: doc_key,
    stems,
    wordCount: word_count,
    inputId: input_id,
  }))
}

/** One pass for the total and the facets without a choice, and one for each facet with a choice, less that choice. */
async function countAll(db: Database, request: MatchRequest, scope: AccessScope): Promise<Counts> {
  const { filter, unit } = request
  const planned = plan(request.query)
  const chosen = request.facets.filter((name) => filter.selected?.[name] !== undefined)
  const others = request.facets.filter((name) => !chosen.includes(name))
  const countWithout = (facets: FacetName[], counted?: FacetName) =>
    countMatches(db, conditionsOf(scope, planned, filter, counted), facets, unit)
  const [first, ...rest] = await Promise.all([
    countWithout(others),
    ...chosen.map((name) => countWithout([name], name)),
  ])
  return { total: first.total, facets: new Map([first, ...rest].flatMap(({ facets }) => [...facets])) }
}
