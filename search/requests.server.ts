import { sql } from 'drizzle-orm'
import { searchIndexQueue, searchOutbox, searchRequests } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'

/** Asks the worker to build a new Meilisearch index and search it when it is done. Asking twice is asking once. */
export async function requestRebuild(db: Database): Promise<void> {
  await ask(db, 'rebuild', 0)
}

/** Asks the worker to compare every document of the Meilisearch index with Postgres, after a while if wished. */
export async function requestCheck(db: Database, { afterMs = 0 } = {}): Promise<void> {
  await ask(db, 'check', afterMs)
}

/** Lets every document that was given up be tried again, by both stages. Gives how many they were. */
export async function retryDead(db: Database): Promise<number> {
  const again = sql`dead_at = null, attempts = 0, last_error = null, next_attempt_at = now()`
  const [row] = await db.execute<{ documents: string }>(sql`
    with indexed as (
      update ${searchOutbox} set ${again} where dead_at is not null returning 1),
    sent as (
      update ${searchIndexQueue} set ${again}, batch = null, task_uid = null where dead_at is not null returning 1)
    select (select count(*) from indexed) + (select count(*) from sent) as documents`)
  return Number(row?.documents ?? 0)
}

// What was asked earlier and is still to be done is done once, at the earlier moment.
async function ask(db: Database, kind: 'rebuild' | 'check', afterMs: number): Promise<void> {
  const due = sql`now() + ${afterMs} * interval '1 millisecond'`
  await db
    .insert(searchRequests)
    .values({ kind, dueAt: due })
    .onConflictDoUpdate({
      target: searchRequests.kind,
      set: { askedAt: sql`now()`, dueAt: sql`least(${searchRequests.dueAt}, excluded.due_at)` },
    })
}
