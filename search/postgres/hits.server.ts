import { type SQL, sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { spansOf } from '../highlight.ts'
import type { QueryNode, SearchHit } from '../port.ts'
import type { Plan } from './planner.ts'

/** How many matches are ranked: reading the index entry of every match is what makes ranking slow. */
export const maxRanked = 2_000

type Window = { readonly offset: number; readonly limit: number }
type Row = {
  doc_key: string
  passage_id: string
  input_id: string
  version_id: string
  lang: string
  body: string
  score: number
}

/** The matches are the newest first; the key settles the rest, so that pages never overlap. */
const newest = sql`submitted_at desc nulls last, doc_key`

/** One page of matches: the newest `maxRanked` by rank, those beyond by age. */
export async function listHits(
  db: Database,
  query: QueryNode,
  plan: Plan,
  where: SQL,
  { offset, limit }: Window,
): Promise<SearchHit[]> {
  const ranked = plan.kind === 'tsquery' ? Math.max(0, Math.min(limit, maxRanked - offset)) : 0
  const rows = [
    ...(plan.kind === 'tsquery' && ranked > 0
      ? await listRanked(db, plan.text, where, { offset, limit: ranked })
      : []),
    ...(ranked < limit
      ? await listNewest(db, where, { offset: offset + ranked, limit: limit - ranked })
      : []),
  ]
  return rows.map((row) => ({
    docKey: row.doc_key,
    passageId: row.passage_id,
    inputId: row.input_id,
    versionId: row.version_id,
    score: Number(row.score),
    body: row.body,
    spans: spansOf(row.body, row.lang, query),
  }))
}

function listRanked(db: Database, tsquery: string, where: SQL, { offset, limit }: Window) {
  return db.execute<Row>(sql`
    with candidates as materialized (
      select doc_key, submitted_at, tsv from ${searchDocuments} where ${where} order by ${newest} limit ${maxRanked}),
    page as materialized (
      select doc_key, submitted_at, ts_rank_cd(tsv, ${tsquery}::tsquery) as score from candidates
      order by score desc, ${newest} offset ${offset} limit ${limit})
    select doc_key, passage_id, input_id, version_id, lang, body, score
    from page join ${searchDocuments} using (doc_key) order by score desc, page.submitted_at desc nulls last, doc_key`)
}

function listNewest(db: Database, where: SQL, { offset, limit }: Window) {
  return db.execute<Row>(sql`
    select doc_key, passage_id, input_id, version_id, lang, body, 0 as score
    from ${searchDocuments} where ${where} order by ${newest} offset ${offset} limit ${limit}`)
}
