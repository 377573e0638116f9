import { type SQL, sql } from 'drizzle-orm'
import { searchIndexes, searchIndexQueue } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { stillHeld } from './lease.server.ts'

/** A document to be sent, at the rev it had in the queue before its content was read. */
export type Claim = { readonly docKey: string; readonly rev: number }

// Changed while an earlier sending is under way counts as due: the server keeps the order, and the last one stands.
const due = sql`dead_at is null and next_attempt_at <= clock_timestamp() and (task_uid is null or rev <> sent_rev)`

/** The documents of an index to be sent next: those of one batch if they are to be kept together, else any. */
export async function take(db: Database, uid: string, limit: number): Promise<Claim[]> {
  const rows = await db.execute<{ doc_key: string; rev: string }>(sql`
    with first as (
      select batch from ${searchIndexQueue} where uid = ${uid} and ${due}
      order by next_attempt_at, doc_key limit 1)
    select doc_key, rev from ${searchIndexQueue} where uid = ${uid} and ${due}
      and batch is not distinct from (select batch from first) and exists (select 1 from first)
    order by next_attempt_at, doc_key limit ${limit}`)
  return rows.map((row) => ({ docKey: row.doc_key, rev: Number(row.rev) }))
}

/**
 * Tells the database how large the queue is. It grows from nothing within seconds, long before the database looks by
 * itself, and planned as for a handful of rows a statement on it may take minutes.
 */
export async function learnSize(db: Database): Promise<void> {
  await db.execute(sql`analyze ${searchIndexQueue}`)
}

/** Notes what was sent. False when the lease passed to another meanwhile, and nothing was noted. */
export async function noteSent(
  db: Database,
  uid: string,
  claims: readonly Claim[],
  taskUid: number,
  fence: number,
): Promise<boolean> {
  const rows = await db.execute<{ held: boolean }>(sql`
    with held as (select ${stillHeld(fence)} as held),
    ${rowsOf(uid, claims)},
    noted as (
      update ${searchIndexQueue} q set task_uid = ${taskUid}, sent_rev = r.rev, sent_at = clock_timestamp()
      from mine r where q.uid = ${uid} and q.doc_key = r.doc_key and (select held from held))
    select held from held`)
  return rows[0]?.held === true
}

/** Puts documents back as changed anew: what we sent without the right to may have come after what another sent. */
export async function putBack(db: Database, uid: string, claims: readonly Claim[]): Promise<void> {
  const keys = claims.map(({ docKey }) => ({ doc_key: docKey }))
  await db.execute(sql`
    insert into ${searchIndexQueue} (uid, doc_key, rev)
    select i.uid, k.doc_key, nextval('search_rev')
    from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as k(doc_key text)
      join ${searchIndexes} i on i.uid = ${uid} and i.role <> 'old'
    order by k.doc_key
    on conflict (uid, doc_key) do update set rev = excluded.rev, next_attempt_at = now()`)
}

/** Tasks whose end has not been seen, oldest first. */
export async function tasksInFlight(db: Database): Promise<{ uid: string; taskUid: number }[]> {
  const rows = await db.execute<{ uid: string; task_uid: string }>(sql`
    select uid, task_uid from ${searchIndexQueue} where task_uid is not null
    group by uid, task_uid order by task_uid limit 1000`)
  return rows.map((row) => ({ uid: row.uid, taskUid: Number(row.task_uid) }))
}

/** The task did what it was sent for: those unchanged since are done, the others wait for the next sending. */
export async function settleDone(db: Database, uid: string, taskUid: number): Promise<void> {
  await db.execute(sql`
    with ${heldOf(uid, taskUid)},
    done as (
      delete from ${searchIndexQueue} q using held h
      where q.uid = h.uid and q.doc_key = h.doc_key and h.rev = h.sent_rev)
    update ${searchIndexQueue} q set task_uid = null from held h
    where q.uid = h.uid and q.doc_key = h.doc_key and h.rev <> h.sent_rev`)
}

/** The task came to nothing that we know of: all of it is sent again after a wait, and `counted` says if it is an attempt. */
export async function settleAgain(
  db: Database,
  uid: string,
  taskUid: number,
  { waitMs, code, counted }: { waitMs: number; code: string; counted: boolean },
): Promise<void> {
  await db.execute(sql`
    with ${heldOf(uid, taskUid)}
    update ${searchIndexQueue} q set task_uid = null,
      attempts = q.attempts + case when ${counted} and h.rev = h.sent_rev then 1 else 0 end,
      next_attempt_at = case when h.rev = h.sent_rev
        then clock_timestamp() + ${waitMs} * interval '1 millisecond' else q.next_attempt_at end,
      last_error = case when h.rev = h.sent_rev then ${code} else q.last_error end
    from held h where q.uid = h.uid and q.doc_key = h.doc_key`)
}

/** How many unchanged documents of a task there are, and how often they failed before. */
export async function unchangedIn(
  db: Database,
  uid: string,
  taskUid: number,
): Promise<{ documents: number; attempts: number }> {
  const [row] = await db.execute<{ documents: string; attempts: string }>(sql`
    select count(*) as documents, coalesce(max(attempts), 0) as attempts from ${searchIndexQueue}
    where uid = ${uid} and task_uid = ${taskUid} and rev = sent_rev`)
  return { documents: Number(row?.documents ?? 0), attempts: Number(row?.attempts ?? 0) }
}

/** Unchanged documents of a task that were sent in one, and are to be sent in two. */
export async function settleHalved(db: Database, uid: string, taskUid: number, code: string): Promise<void> {
  await halve(db, heldOf(uid, taskUid), code)
}

/** The same for documents that the server would not even take. */
export async function halveClaims(
  db: Database,
  uid: string,
  claims: readonly Claim[],
  code: string,
): Promise<void> {
  await halve(db, heldAmong(uid, claims), code)
}

/** The document of a task failed alone: it is not sent again until it changes. */
export async function settleGivenUp(db: Database, uid: string, taskUid: number, code: string): Promise<void> {
  await giveUp(db, heldOf(uid, taskUid), code)
}

/** The same for a document that the server would not even take. */
export async function giveUpClaims(
  db: Database,
  uid: string,
  claims: readonly Claim[],
  code: string,
): Promise<void> {
  await giveUp(db, heldAmong(uid, claims), code)
}

async function halve(db: Database, held: SQL, code: string): Promise<void> {
  await db.execute(sql`
    with ${held},
    halves as (
      select uid, doc_key, ntile(2) over (order by doc_key) as half from held where rev = sent_rev),
    batches as materialized (
      select half, nextval('search_rev') as batch from (select distinct half from halves) as each_half)
    update ${searchIndexQueue} q set task_uid = null, last_error = case when b.batch is null then q.last_error else ${code} end,
      batch = b.batch, attempts = case when b.batch is null then q.attempts else 0 end
    from held h left join halves using (uid, doc_key) left join batches b using (half)
    where q.uid = h.uid and q.doc_key = h.doc_key`)
}

async function giveUp(db: Database, held: SQL, code: string): Promise<void> {
  await db.execute(sql`
    with ${held}
    update ${searchIndexQueue} q set task_uid = null,
      attempts = q.attempts + case when h.rev = h.sent_rev then 1 else 0 end,
      dead_at = case when h.rev = h.sent_rev then clock_timestamp() else q.dead_at end,
      last_error = case when h.rev = h.sent_rev then ${code} else q.last_error end
    from held h where q.uid = h.uid and q.doc_key = h.doc_key`)
}

// Locked in the order in which the writing of documents locks them, so that neither waits for the other in a circle.
function heldOf(uid: string, taskUid: number): SQL {
  return sql`held as materialized (
    select uid, doc_key, rev, sent_rev from ${searchIndexQueue} where uid = ${uid} and task_uid = ${taskUid}
    order by uid, doc_key for update)`
}

function heldAmong(uid: string, claims: readonly Claim[]): SQL {
  return sql`${recordsOf(claims)}, held as materialized (
    select q.uid, q.doc_key, q.rev, c.rev as sent_rev from ${searchIndexQueue} q join claimed c using (doc_key)
    where q.uid = ${uid} order by q.uid, q.doc_key for update of q)`
}

function rowsOf(uid: string, claims: readonly Claim[]): SQL {
  return sql`${recordsOf(claims)}, mine as materialized (
    select c.doc_key, c.rev from ${searchIndexQueue} q join claimed c using (doc_key)
    where q.uid = ${uid} order by q.uid, q.doc_key for update of q)`
}

function recordsOf(claims: readonly Claim[]): SQL {
  const records = claims.map(({ docKey, rev }) => ({ doc_key: docKey, rev }))
  return sql`claimed as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) as c(doc_key text, rev bigint))`
}
