import { eq, sql } from 'drizzle-orm'
import { passages, searchOutbox } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import { docKeysOf } from './document.ts'

/** Keys per statement, so that an import of any size stays under the limit of bind parameters. */
const batch = 5_000

/**
 * Marks search documents as in need of writing, in the caller's transaction. A key that already waits keeps its
 * place in the queue and gets a new rev, so that a write under way does not count as having seen this change.
 */
export async function enqueue(tx: Database, strategyId: string, docKeys: readonly string[]): Promise<void> {
  // One order for everyone: two transactions with the same keys wait for each other instead of deadlocking.
  const keys = [...new Set(docKeys)].sort()
  for (let from = 0; from < keys.length; from += batch) {
    const rows = keys.slice(from, from + batch).map((docKey) => ({ docKey, strategyId }))
    await tx
      .insert(searchOutbox)
      .values(rows)
      .onConflictDoUpdate({
        target: searchOutbox.docKey,
        set: { rev: sql`nextval('search_rev')`, attempts: 0, nextAttemptAt: sql`now()`, lastError: null },
      })
  }
}

/** Both documents of these passages: call it where a passage is made, tagged or removed. */
export async function enqueuePassages(
  tx: Database,
  strategyId: string,
  passageIds: readonly string[],
): Promise<void> {
  await enqueue(tx, strategyId, passageIds.flatMap(docKeysOf))
}

/** Every passage of an input: call it where an input is published, withdrawn or gets a new version. */
export async function enqueuePassagesOf(tx: Database, inputId: string): Promise<void> {
  const rows = await tx
    .select({ id: passages.id, strategyId: passages.strategyId })
    .from(passages)
    .where(eq(passages.inputId, inputId))
  const strategyId = rows[0]?.strategyId
  if (strategyId) {
    await enqueuePassages(
      tx,
      strategyId,
      rows.map((row) => row.id),
    )
  }
}
