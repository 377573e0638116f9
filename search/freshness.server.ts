import { sql } from 'drizzle-orm'
import { searchIndexes, searchIndexQueue, searchOutbox } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import type { AccessScope, EngineName, Freshness } from './port.ts'

/**
 * How far the engine's index is behind for these readers. What waits for a moment still to come, such as the closing of a
 * round, is not behind; nor is what failed for good, which the administrators' page shows.
 */
export async function freshnessOf(
  db: Database,
  { audience }: AccessScope,
  engine: EngineName,
): Promise<Freshness> {
  const own = `${audience}/%`
  const unsent = sql`
    select q.enqueued_at from ${searchIndexQueue} q join ${searchIndexes} i on i.uid = q.uid and i.role = 'live'
    where q.doc_key like ${own} and q.dead_at is null`
  const [row] = await db.execute<{ waiting: string; oldest: string }>(sql`
    select count(*) as waiting,
      coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)) * 1000, 0)::bigint as oldest
    from (
      select enqueued_at from ${searchOutbox}
      where doc_key like ${own} and dead_at is null
        and (next_attempt_at <= now() + interval '1 minute' or attempts > 0)
      ${engine === 'meilisearch' ? sql`union all ${unsent}` : sql``}) as behind`)
  return { waiting: Number(row?.waiting ?? 0), oldestWaitingMs: Math.max(0, Number(row?.oldest ?? 0)) }
}
