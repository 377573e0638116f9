import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { searchOutbox } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import type { SearchIndexPort } from './port.ts'
import { type Projection, project } from './projections.server.ts'

/** What one pass did. `taken` is 0 when nothing was due. */
export type Pass = {
  readonly taken: number
  readonly written: number
  readonly deleted: number
  readonly failed: number
}

type Claim = { docKey: string; rev: number; strategyId: string }

const passSize = 500

/** A document that failed by itself this often is given up until it changes, or until someone asks for another try. */
const maxAttempts = 8
const idleMs = 250
const troubleMs = 1_000

/**
 * One pass: take due keys, read their rows as they are now, hand them to the engine, forget those that were done.
 * No lock is held meanwhile, so nobody who saves an input waits for the index. A pass that dies leaves its keys,
 * due again when the claim runs out.
 */
export async function dispatchOnce(db: Database, index: SearchIndexPort): Promise<Pass> {
  const claims = await claim(db)
  if (claims.length === 0) return { taken: 0, written: 0, deleted: 0, failed: 0 }
  const { projections, settled } = await write(db, index, claims).catch(async (error: unknown) => {
    await release(db, claims, error).catch(() => undefined)
    throw error
  })
  await forget(db, claims, projections, settled)
  await postpone(db, claims, settled)
  const applied = new Set(settled.applied)
  const puts = projections.filter(
    ({ change }) => change.op === 'put' && applied.has(change.doc.docKey),
  ).length
  return {
    taken: claims.length,
    written: puts,
    deleted: applied.size - puts,
    failed: settled.failed.length,
  }
}

/** Passes until nothing is due. */
export async function dispatchAll(db: Database, index: SearchIndexPort): Promise<Pass> {
  const sum = { taken: 0, written: 0, deleted: 0, failed: 0 }
  for (;;) {
    const pass = await dispatchOnce(db, index)
    if (pass.taken === 0) return sum
    sum.taken += pass.taken
    sum.written += pass.written
    sum.deleted += pass.deleted
    sum.failed += pass.failed
  }
}

/** Keeps the index up to date until aborted. Lives through a database that goes away and comes back. */
export async function runDispatcher(
  db: Database,
  index: SearchIndexPort,
  { signal, onError }: { signal: AbortSignal; onError?: (reason: string) => void },
): Promise<void> {
  while (!signal.aborted) {
    const wait = await dispatchOnce(db, index).then(
      (pass) => (pass.taken > 0 ? 0 : idleMs),
      (error: unknown) => {
        onError?.(faultOf(error))
        return troubleMs
      },
    )
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined)
  }
}

async function claim(db: Database): Promise<Claim[]> {
  const rows = await db.execute<{ doc_key: string; rev: string; strategy_id: string }>(sql`
    with due as (
      select doc_key from ${searchOutbox} where next_attempt_at <= clock_timestamp() and dead_at is null
      order by next_attempt_at, doc_key limit ${passSize} for update skip locked)
    update ${searchOutbox} o set next_attempt_at = clock_timestamp() + interval '60 seconds'
    from due where o.doc_key = due.doc_key
    returning o.doc_key, o.rev, o.strategy_id`)
  return rows.map((row) => ({ docKey: row.doc_key, rev: Number(row.rev), strategyId: row.strategy_id }))
}

/** What became of a batch. `reason` never holds text of a document. */
type Settled = {
  readonly applied: readonly string[]
  readonly failed: readonly { readonly docKey: string; readonly reason: string }[]
}

type Outcome = { readonly projections: readonly Projection[]; readonly settled: Settled }

// When the database refuses something about the data, halves find the one document to blame and spare the others.
async function write(db: Database, index: SearchIndexPort, claims: readonly Claim[]): Promise<Outcome> {
  try {
    const projections = await projectClaims(db, claims)
    const changes = projections.map(({ change }) => change)
    await index.apply(changes)
    return { projections, settled: { applied: changes.map(keyOf), failed: [] } }
  } catch (error) {
    const [first] = claims
    if (!first || !blamesData(error)) throw error
    if (claims.length === 1) {
      const failed = [{ docKey: first.docKey, reason: faultOf(error) }]
      return { projections: [], settled: { applied: [], failed } }
    }
    const half = Math.ceil(claims.length / 2)
    const one = await write(db, index, claims.slice(0, half))
    const other = await write(db, index, claims.slice(half))
    return {
      projections: [...one.projections, ...other.projections],
      settled: {
        applied: [...one.settled.applied, ...other.settled.applied],
        failed: [...one.settled.failed, ...other.settled.failed],
      },
    }
  }
}

// The rev a document carries is drawn before its rows are read, so a higher rev never holds an older reading
// unless the key was changed again meanwhile, and then it is still in the outbox.
async function projectClaims(db: Database, claims: readonly Claim[]): Promise<Projection[]> {
  const [drawn] = await db.execute<{ rev: string }>(sql`select nextval('search_rev') as rev`)
  const keys = claims.map(({ docKey }) => docKey)
  return project(db, keys, Number(drawn?.rev))
}

// An engine or a database that does not answer is nobody's fault: the claims come back soon, unblamed.
async function release(db: Database, claims: readonly Claim[], error: unknown): Promise<void> {
  const keys = claims.map(({ docKey, rev }) => ({ doc_key: docKey, rev }))
  await db.execute(sql`
    update ${searchOutbox} o
    set next_attempt_at = clock_timestamp() + interval '2 seconds', last_error = ${faultOf(error)}
    from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as c(doc_key text, rev bigint)
    where o.doc_key = c.doc_key and o.rev = c.rev`)
}

// A row with another rev was changed while we wrote: it stays. A row that is gone was finished by somebody else,
// and we may have written an older reading over theirs: it goes back in.
async function forget(
  db: Database,
  claims: readonly Claim[],
  projections: readonly Projection[],
  settled: Settled,
): Promise<void> {
  const applied = new Set(settled.applied)
  const againAt = new Map(projections.map(({ change, againAt }) => [keyOf(change), againAt]))
  const done = claims.flatMap(({ docKey, rev, strategyId }) => {
    const again_at = againAt.get(docKey) ?? null
    return applied.has(docKey) ? [{ doc_key: docKey, rev, strategy_id: strategyId, again_at }] : []
  })
  if (done.length === 0) return
  await db.execute(sql`
    with done as (
      select * from jsonb_to_recordset(${JSON.stringify(done)}::text::jsonb)
        as d(doc_key text, rev bigint, strategy_id uuid, again_at timestamptz)),
    held as (
      select o.doc_key, o.rev from ${searchOutbox} o join done using (doc_key) order by o.doc_key for update of o),
    forgotten as (
      delete from ${searchOutbox} o using done d
      where o.doc_key = d.doc_key and o.rev = d.rev and d.again_at is null
        and o.doc_key in (select doc_key from held)),
    later as (
      update ${searchOutbox} o set next_attempt_at = d.again_at, attempts = 0, last_error = null from done d
      where o.doc_key = d.doc_key and o.rev = d.rev and d.again_at is not null
        and o.doc_key in (select doc_key from held))
    insert into ${searchOutbox} (doc_key, strategy_id)
    select doc_key, strategy_id from done where doc_key not in (select doc_key from held)
    order by doc_key collate "C" on conflict (doc_key) do nothing`)
}

async function postpone(db: Database, claims: readonly Claim[], settled: Settled): Promise<void> {
  const revs = new Map(claims.map(({ docKey, rev }) => [docKey, rev]))
  const failed = settled.failed.map(({ docKey, reason }) => ({
    doc_key: docKey,
    rev: revs.get(docKey),
    reason,
  }))
  if (failed.length === 0) return
  await db.execute(sql`
    update ${searchOutbox} o
    set attempts = o.attempts + 1, last_error = left(f.reason, 500),
      dead_at = case when o.attempts + 1 >= ${maxAttempts} then clock_timestamp() end,
      next_attempt_at = clock_timestamp() + least(interval '1 second' * 2 ^ least(o.attempts, 10), interval '10 minutes')
    from jsonb_to_recordset(${JSON.stringify(failed)}::text::jsonb) as f(doc_key text, rev bigint, reason text)
    where o.doc_key = f.doc_key and o.rev = f.rev`)
}

function keyOf(change: Projection['change']): string {
  return change.op === 'put' ? change.doc.docKey : change.docKey
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : codeOf(cause)
}

// SQLSTATE: bad data, broken constraint, limit of the server exceeded, time limit of the statement.
function blamesData(error: unknown): boolean {
  return /^(22|23|54)...$|^57014$/.test(codeOf(error) ?? '')
}

// Never the message: a database error may quote the text it stumbled over.
function faultOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'unknown'
  return `${name} ${codeOf(error) ?? ''}`.trim()
}
