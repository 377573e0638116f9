import { eq, sql } from 'drizzle-orm'
import {
  searchChecks,
  searchDocuments,
  searchIndexes,
  searchIndexQueue,
  searchRequests,
} from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { requestCheck } from '../requests.server.ts'
import { abandon, beginBuilding, keepRight, promote } from './building.server.ts'
import { isThere, troubleOf } from './connection.server.ts'
import { compareCounts, compareFully } from './drift.server.ts'
import type { Sender } from './sending.server.ts'
import { settingsHash } from './settings.ts'
import { acceptableLosses, dueCheck, reasonToBuild } from './upkeep.ts'

/** An index that differs from Postgres this many times in a row is not going to agree. */
const mostComparisons = 5

/** What has been found out that an administrator should hear of; a code. */
export type Report = (code: string) => void

type Index = typeof searchIndexes.$inferSelect

/** Builds an index when one is needed. It is filled by sending. */
export async function buildWhenNeeded(sender: Sender, prefix: string): Promise<void> {
  const { db } = sender
  const { live, next, asked, minutesSinceGivenUp } = await situation(db)
  const known = { live, building: next !== null, asked, minutesSinceGivenUp, settingsHash: settingsHash() }
  if (reasonToBuild(known)) await beginBuilding(sender, prefix)
}

/** Gives up an index that is not there any more, or that has lost all it held. */
export async function giveUpLost(sender: Sender, report: Report): Promise<void> {
  const { db, client } = sender
  const { live, next } = await situation(db)
  for (const index of [live, next]) {
    if (!index) continue
    const lost =
      !(await isThere(client, index.uid)) || (index === live && (await isEmptied(sender, live.uid)))
    if (!lost) continue
    report('index_lost')
    await abandon(db, index.uid)
  }
}

/** Searches the index being built, once everything has been sent and it is found to be as Postgres. */
export async function promoteWhenReady(sender: Sender, report: Report): Promise<void> {
  const { db, client } = sender
  const { next, asked } = await situation(db)
  if (!next || !(await isFilled(db, next.uid))) return
  const [{ dead = 0, documents = 0, failed = 0 } = {}] = await numbers(db, next.uid)
  if (Number(dead) > acceptableLosses(Number(documents))) {
    // It stays as it is, to be looked at, until it is asked for anew.
    if (asked && (await askedAfter(db, next))) await abandon(db, next.uid)
    return
  }
  if (Number(failed) >= mostComparisons) {
    report('index_does_not_agree')
    return abandon(db, next.uid)
  }
  const { missing, extra, older } = await compareFully(db, client, next.uid, () => keepRight(sender))
  if (missing + extra + older > 0) return
  const held = await sender.lease.hold()
  if (held) await promote(db, next.uid, held.fence)
}

/** Compares the live index with Postgres when it is time to, or when asked to. */
export async function checkWhenDue(sender: Sender, report: Report): Promise<void> {
  const { db, client } = sender
  const { live, checkAsked } = await situation(db)
  if (!live) return
  const kind = checkAsked ? 'full' : dueCheck(...(await lastCompared(db, live)))
  if (!kind) return
  try {
    if (kind === 'counts') {
      if ((await db.$count(searchIndexQueue, eq(searchIndexQueue.uid, live.uid))) > 0) return
      const { missing, extra } = await compareCounts(db, client, live.uid)
      if (missing + extra > 0) await requestCheck(db)
      return
    }
    if (checkAsked) await db.delete(searchRequests).where(eq(searchRequests.kind, 'check'))
    const { missing, extra, older } = await compareFully(db, client, live.uid, () => keepRight(sender))
    if (missing + extra + older > 0) report('index_differed')
  } catch (error) {
    const kindOfTrouble = troubleOf(error)?.kind
    // Not even the attributes we count by are known there: somebody else's index under our name.
    if (kindOfTrouble === 'lost' || kindOfTrouble === 'refused') return abandon(db, live.uid)
    if (checkAsked) await requestCheck(db)
    throw error
  }
}

async function situation(db: Database) {
  const [indexes, requests] = await Promise.all([
    db
      .select({
        index: searchIndexes,
        retiredMinutes: sql<
          number | null
        >`extract(epoch from now() - ${searchIndexes.retiredAt})::float / 60`,
      })
      .from(searchIndexes),
    db.select().from(searchRequests).where(sql`${searchRequests.dueAt} <= clock_timestamp()`),
  ])
  const inRole = (role: Index['role']) => indexes.find(({ index }) => index.role === role)?.index ?? null
  const givenUp = indexes.flatMap(({ index, retiredMinutes }) =>
    index.role === 'old' && index.promotedAt === null && retiredMinutes !== null ? [retiredMinutes] : [],
  )
  return {
    live: inRole('live'),
    next: inRole('next'),
    asked: requests.some(({ kind }) => kind === 'rebuild'),
    checkAsked: requests.some(({ kind }) => kind === 'check'),
    minutesSinceGivenUp: givenUp.length > 0 ? Math.min(...givenUp) : null,
  }
}

async function isEmptied({ db, client }: Sender, uid: string): Promise<boolean> {
  const { numberOfDocuments } = await client.index(uid).getStats()
  if (numberOfDocuments > 0) return false
  const [row] = await db.execute<{ emptied: boolean }>(sql`
    select exists (select 1 from ${searchDocuments})
      and not exists (select 1 from ${searchIndexQueue} where uid = ${uid}) as emptied`)
  return row?.emptied === true
}

// What changed since the last comparison need not wait for another: it is on its way, as to any index.
async function isFilled(db: Database, uid: string): Promise<boolean> {
  const [row] = await db.execute<{ filled: boolean }>(sql`
    select not exists (
      select 1 from ${searchIndexQueue} q where q.uid = i.uid and q.dead_at is null and q.enqueued_at <= greatest(
        i.created_at, (select max(checked_at) from ${searchChecks} c where c.uid = i.uid))) as filled
    from ${searchIndexes} i where i.uid = ${uid}`)
  return row?.filled === true
}

function numbers(db: Database, uid: string) {
  return db.execute<{ dead: string; documents: string; failed: string }>(sql`select
    (select count(*) from ${searchIndexQueue} where uid = ${uid} and dead_at is not null) as dead,
    (select count(*) from ${searchDocuments}) as documents,
    (select count(*) from ${searchChecks} where uid = ${uid} and missing + extra + older > 0) as failed`)
}

async function askedAfter(db: Database, next: Index): Promise<boolean> {
  const rows = await db
    .select({ kind: searchRequests.kind })
    .from(searchRequests)
    .where(
      sql`${searchRequests.kind} = 'rebuild' and ${searchRequests.askedAt} >
        (select created_at from ${searchIndexes} where uid = ${next.uid})`,
    )
  return rows.length > 0
}

/** Hours since the comparisons of an index; one just promoted was compared in full then. */
async function lastCompared(db: Database, { uid }: Index) {
  const [row] = await db.execute<{ counts: string; full: string; hour: string }>(sql`
    with hours as (
      select kind, extract(epoch from clock_timestamp() - max(checked_at)) / 3600 as hours from ${searchChecks}
      where uid = ${uid} group by kind),
    built as (
      select extract(epoch from clock_timestamp() - coalesce(promoted_at, created_at)) / 3600 as hours
      from ${searchIndexes} where uid = ${uid})
    select least((select min(hours) from hours), (select hours from built)) as counts,
      coalesce((select hours from hours where kind = 'full'), (select hours from built)) as full,
      extract(hour from now() at time zone 'Europe/Oslo') as hour`)
  const compared = { counts: Number(row?.counts ?? 0), full: Number(row?.full ?? 0) }
  return [compared, Number(row?.hour ?? 12)] as const
}
