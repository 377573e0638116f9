import { setTimeout as pause } from 'node:timers/promises'
import { and, gt, isNull, sql } from 'drizzle-orm'
import { passages, searchOutbox } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import { dispatchOnce } from './dispatcher.server.ts'
import { docKeysOf } from './document.ts'
import { enqueue } from './outbox.server.ts'
import type { SearchIndexPort } from './port.ts'

const chunk = 2_000

/** What a rebuild did: keys put in the outbox, and what became of them. */
export type Rebuild = {
  readonly enqueued: number
  readonly written: number
  readonly deleted: number
  readonly failed: number
}

/**
 * Writes every document again and drops those whose passage is gone. It goes through the outbox, beside a running
 * dispatcher if there is one, so it can never overwrite a newer change.
 */
export async function rebuild(db: Database, index: SearchIndexPort): Promise<Rebuild> {
  await enqueuePassagesOfAll(db)
  await enqueueIndexed(db, index)
  const enqueued = await db.$count(searchOutbox)
  const sum = { written: 0, deleted: 0, failed: 0 }
  while (await anyUntried(db)) {
    const pass = await dispatchOnce(db, index)
    sum.written += pass.written
    sum.deleted += pass.deleted
    sum.failed += pass.failed
    if (pass.taken === 0) await pause(100)
  }
  return { enqueued, ...sum }
}

async function enqueuePassagesOfAll(db: Database): Promise<void> {
  let after: string | undefined
  for (;;) {
    const rows = await db
      .select({ id: passages.id, strategyId: passages.strategyId })
      .from(passages)
      .where(and(isNull(passages.supersededAt), after === undefined ? undefined : gt(passages.id, after)))
      .orderBy(passages.id)
      .limit(chunk)
    const keys = rows.flatMap(({ id, strategyId }) => docKeysOf(id).map((docKey) => ({ docKey, strategyId })))
    await enqueueByStrategy(db, keys)
    after = rows.at(-1)?.id
    if (after === undefined) return
  }
}

// Most of these wait already; the others have no passage any more and will be projected to a deletion.
async function enqueueIndexed(db: Database, index: SearchIndexPort): Promise<void> {
  let after = ''
  for (;;) {
    const keys = await index.listKeys(after, chunk)
    await enqueueByStrategy(db, keys)
    const last = keys.at(-1)
    if (!last) return
    after = last.docKey
  }
}

async function enqueueByStrategy(
  db: Database,
  keys: readonly { docKey: string; strategyId: string }[],
): Promise<void> {
  for (const strategyId of new Set(keys.map((key) => key.strategyId))) {
    const own = keys.filter((key) => key.strategyId === strategyId)
    await enqueue(
      db,
      strategyId,
      own.map((key) => key.docKey),
    )
  }
}

// Claimed by a dispatcher counts as untried; put off until a round closes, or failed and put off, does not.
async function anyUntried(db: Database): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from ${searchOutbox} where attempts = 0 and dead_at is null and next_attempt_at <= now() + interval '1 minute' limit 1`)
  return rows.length > 0
}
