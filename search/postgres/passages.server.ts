import { sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { replaceOpen } from '../expansion.server.ts'
import type { AccessScope, SearchFilter } from '../port.ts'
import type { TypedQuery } from '../tree.ts'
import { conditionsOf } from './conditions.server.ts'
import { plan } from './planner.ts'

/**
 * Every passage a search finds, in no order, at most `limit`: for what is done with all hits at once. Asked of Postgres
 * whichever engine answers pages, for it is always there and knows of every change first.
 */
export async function listFoundPassages(
  db: Database,
  { query, filter }: { query: TypedQuery; filter: SearchFilter },
  scope: AccessScope,
  limit: number,
): Promise<string[]> {
  const closed = await replaceOpen(db, query, scope)
  const rows = await db.execute<{ passage_id: string }>(sql`
    select passage_id from ${searchDocuments}
    where ${conditionsOf(scope, plan(closed.query), filter)} limit ${limit}`)
  return rows.map(({ passage_id }) => passage_id)
}
