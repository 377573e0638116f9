import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Task } from 'meilisearch'
import {
  searchChecks,
  searchDocuments,
  searchIndexes,
  searchIndexQueue,
  searchRequests,
} from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { troubleOf } from './connection.server.ts'
import { stillHeld } from './lease.server.ts'
import { learnSize } from './queue.server.ts'
import type { Sender } from './sending.server.ts'
import { indexSettings, settingsHash } from './settings.ts'

/** Somebody may still be searching an index that another has just replaced. */
const keepOldMinutes = 10

/** An index could not be made. */
export class NotBuilt extends Error {
  override name = 'NotBuilt'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/**
 * Makes an empty index and puts every document in its queue; sending fills it. It is known to us before it is made, as
 * one to be deleted, so that none is left behind. From the moment it is `next`, every change is passed on to it: no
 * document can be written between that and the listing of them all.
 */
export async function beginBuilding(sender: Sender, prefix: string): Promise<string> {
  const { db, client, lease } = sender
  const uid = `${prefix}-${randomBytes(4).toString('hex')}`
  const known = { uid, role: 'old' as const, settingsHash: settingsHash(), retiredAt: sql`now()` }
  await db.insert(searchIndexes).values(known)
  await finished(sender, await create(sender, uid))
  await finished(sender, await client.index(uid).updateSettings(indexSettings))
  const held = await lease.hold()
  if (!held) throw new NotBuilt('lease_lost')
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '10min'`)
    await tx.execute(sql`lock table ${searchDocuments} in share row exclusive mode`)
    const registered = await tx
      .update(searchIndexes)
      .set({ role: 'next', createdAt: sql`now()`, retiredAt: null })
      .where(and(eq(searchIndexes.uid, uid), stillHeld(held.fence)))
      .returning({ uid: searchIndexes.uid })
    if (registered.length === 0) throw new NotBuilt('lease_lost')
    await tx.execute(sql`
      insert into ${searchIndexQueue} (uid, doc_key, rev) select ${uid}, doc_key, rev from ${searchDocuments}`)
    await learnSize(tx)
  })
  return uid
}

// Refused out of hand, there is nothing to delete later.
async function create({ db, client }: Sender, uid: string) {
  try {
    return await client.createIndex(uid, { primaryKey: 'id' })
  } catch (error) {
    const kind = troubleOf(error)?.kind
    if (kind === 'away' || kind === 'refused')
      await db.delete(searchIndexes).where(eq(searchIndexes.uid, uid))
    throw error
  }
}

/** Makes the index that was built the one that is searched. Gives false when the lease has passed to another. */
export async function promote(db: Database, uid: string, fence: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [next] = await tx
      .select()
      .from(searchIndexes)
      .where(and(eq(searchIndexes.uid, uid), eq(searchIndexes.role, 'next'), stillHeld(fence)))
      .for('update')
    if (!next) return false
    const live = await tx
      .update(searchIndexes)
      .set({ role: 'old', retiredAt: sql`now()` })
      .where(eq(searchIndexes.role, 'live'))
      .returning({ uid: searchIndexes.uid })
    await tx
      .update(searchIndexes)
      .set({ role: 'live', promotedAt: sql`now()` })
      .where(eq(searchIndexes.uid, uid))
    for (const replaced of live) {
      await tx.delete(searchIndexQueue).where(eq(searchIndexQueue.uid, replaced.uid))
    }
    // What was asked for while it was being built asks for another.
    await tx.execute(sql`
      delete from ${searchRequests} r using ${searchIndexes} i
      where r.kind = 'rebuild' and i.uid = ${uid} and r.asked_at <= i.created_at`)
    return true
  })
}

/** Gives up an index: nothing more is sent to it, nobody searches it, and what is left of it on the server goes later. */
export async function abandon(db: Database, uid: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(searchIndexes)
      .set({ role: 'old', retiredAt: sql`now()` })
      .where(eq(searchIndexes.uid, uid))
    await tx.delete(searchIndexQueue).where(eq(searchIndexQueue.uid, uid))
  })
}

/** Deletes indexes that were replaced or given up a while ago. */
export async function deleteOld(sender: Sender): Promise<void> {
  const { db, client } = sender
  const ago = sql`clock_timestamp() - ${keepOldMinutes} * interval '1 minute'`
  const old = await db
    .select({ uid: searchIndexes.uid })
    .from(searchIndexes)
    .where(and(eq(searchIndexes.role, 'old'), lt(searchIndexes.retiredAt, ago)))
    .limit(10)
  for (const { uid } of old) {
    const task = await ended(sender, await client.deleteIndex(uid))
    if (task.status !== 'succeeded' && task.error?.code !== 'index_not_found') continue
    await db.transaction(async (tx) => {
      await tx.delete(searchIndexQueue).where(eq(searchIndexQueue.uid, uid))
      await tx.delete(searchChecks).where(eq(searchChecks.uid, uid))
      await tx.delete(searchIndexes).where(eq(searchIndexes.uid, uid))
    })
  }
}

async function finished(sender: Sender, { taskUid }: { taskUid: number }): Promise<void> {
  const task = await ended(sender, { taskUid })
  if (task.status !== 'succeeded') throw new NotBuilt(task.error?.code ?? task.status)
}

// The server may have much to do before.
async function ended(sender: Sender, { taskUid }: { taskUid: number }): Promise<Task> {
  for (let waitMs = 20; ; waitMs = Math.min(1_000, waitMs * 2)) {
    const task = await sender.client.tasks.getTask(taskUid)
    if (task.status !== 'enqueued' && task.status !== 'processing') return task
    await keepRight(sender)
    await pause(waitMs)
  }
}

/** Keeps the right to send while something takes its time. Throws when another has it, or when we are to stop. */
export async function keepRight({ lease, signal }: Sender): Promise<void> {
  if (signal?.aborted) throw new NotBuilt('stopped')
  if (!(await lease.hold())) throw new NotBuilt('lease_lost')
}
