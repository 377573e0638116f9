import { sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import type { AccessScope, SearchFilter, Window } from '../port.ts'
import type { QueryNode } from '../tree.ts'
import { conditionsOf } from './conditions.server.ts'
import { plan } from './planner.ts'

/** How many passages of each of these inputs match. */
export async function passagesPerInput(
  db: Database,
  query: QueryNode,
  filter: SearchFilter,
  scope: AccessScope,
  inputIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (inputIds.length === 0) return new Map()
  const rows = await db.execute<{ input_id: string; passages: string }>(sql`
    select input_id, count(*) as passages from ${searchDocuments}
    where ${conditionsOf(scope, plan(query), filter)} and input_id in (${listed(inputIds)})
    group by input_id`)
  return new Map(rows.map(({ input_id, passages }) => [input_id, Number(passages)]))
}

/** One matching passage each of the newest inputs, less those given. */
export async function newestInputs(
  db: Database,
  query: QueryNode,
  filter: SearchFilter,
  scope: AccessScope,
  without: readonly string[],
  { offset, limit }: Window,
): Promise<string[]> {
  const rows = await db.execute<{ doc_key: string }>(sql`
    select min(doc_key) as doc_key from ${searchDocuments}
    where ${conditionsOf(scope, plan(query), filter)} and input_id not in (${listed(without)})
    group by input_id order by max(submitted_at) desc nulls last, min(doc_key) offset ${offset} limit ${limit}`)
  return rows.map(({ doc_key }) => doc_key)
}

function listed(ids: readonly string[]) {
  return sql`select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)`
}
