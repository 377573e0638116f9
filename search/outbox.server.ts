import { eq, type SQL, sql } from 'drizzle-orm'
import { passages, searchDocuments, searchOutbox } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import { docKeysOf } from './document.ts'

// A key that already waits keeps its place in the queue, and its new rev tells a write under way that it may not
// have seen this change. The rev is drawn here, after the row is locked: EXCLUDED.rev was drawn before.
const mergeIntoWaiting = sql`(doc_key) do update
  set rev = nextval('search_rev'), attempts = 0, next_attempt_at = now(), last_error = null,
    dead_at = null`

/** Marks search documents as in need of writing, in the caller's transaction. */
export async function enqueue(tx: Database, strategyId: string, docKeys: readonly string[]): Promise<void> {
  // One order for everyone: two transactions with the same keys wait for each other instead of deadlocking.
  const keys = [...new Set(docKeys)].sort()
  if (keys.length === 0) return
  await tx.execute(sql`
    insert into ${searchOutbox} (doc_key, strategy_id)
    select doc_key, ${strategyId}::uuid
    from jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb) with ordinality as keys (doc_key, place)
    order by place
    on conflict ${mergeIntoWaiting}`)
}

/** The same as a statement in a statement: of rows that have passage_id and strategy_id, one passage each. */
export const keysOfPassages = (made: SQL): SQL => sql`
  insert into ${searchOutbox} (doc_key, strategy_id)
  select audience || '/' || passage_id as doc_key, strategy_id
  from ${made} cross join (values ('staff'), ('public')) as audiences(audience)
  order by (audience || '/' || passage_id) collate "C"
  on conflict ${mergeIntoWaiting}`

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
  await enqueueWhere(tx, eq(passages.inputId, inputId))
}

/**
 * The same where something of an input must not be read any more: until its documents are written again nobody finds
 * them, instead of everybody for as long as the queue is. The row stays, for its words are forgotten by it; its new rev
 * outranks whatever was read for the index before this and has not been written yet.
 */
export async function hidePassagesOf(tx: Database, inputId: string): Promise<void> {
  await tx.execute(sql`
    update ${searchDocuments} set audience = 'hidden', rev = nextval('search_rev')
    where input_id = ${inputId} and audience = 'public'`)
  await enqueuePassagesOf(tx, inputId)
}

/** Every passage of a round: call it where a round closes early, moves its deadline or changes what it shows. */
export async function enqueuePassagesOfRound(tx: Database, roundId: string): Promise<void> {
  await enqueueWhere(tx, eq(passages.roundId, roundId))
}

async function enqueueWhere(tx: Database, condition: SQL): Promise<void> {
  await tx.execute(sql`
    insert into ${searchOutbox} (doc_key, strategy_id)
    select audience || '/' || ${passages.id} as doc_key, ${passages.strategyId}
    from ${passages} cross join (values ('staff'), ('public')) as audiences(audience)
    where ${condition} and ${passages.supersededAt} is null
    order by (audience || '/' || ${passages.id}) collate "C"
    on conflict ${mergeIntoWaiting}`)
}
