import { isNotNull, sql } from 'drizzle-orm'
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
  const again = { deadAt: null, attempts: 0, lastError: null, nextAttemptAt: sql`now()` }
  const indexed = await db
    .update(searchOutbox)
    .set(again)
    .where(isNotNull(searchOutbox.deadAt))
    .returning({ docKey: searchOutbox.docKey })
  const shipped = await db
    .update(searchIndexQueue)
    .set({ ...again, batch: null, taskUid: null })
    .where(isNotNull(searchIndexQueue.deadAt))
    .returning({ docKey: searchIndexQueue.docKey })
  return indexed.length + shipped.length
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
