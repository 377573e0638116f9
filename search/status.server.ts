import { sql } from 'drizzle-orm'
import {
  searchChecks,
  searchCorpora,
  searchDocuments,
  searchIndexes,
  searchIndexQueue,
  searchLease,
  searchOutbox,
  searchRequests,
} from '#db/schema/index.ts'
import { type Choice, chooseEngine } from './choice.server.ts'
import type { Database } from './database.server.ts'
import { connectTo, type MeilisearchSettings } from './meilisearch/connection.server.ts'
import type { EngineName } from './port.ts'

/** A document that could not be indexed and is not tried again until it changes. `reason` is a code. */
export type DeadLetter = { readonly docKey: string; readonly reason: string; readonly since: Date }

/** What waits to be written, and what was given up: `deadCount` in all, the latest fifty by name. */
type Backlog = {
  readonly waiting: number
  readonly oldestWaitingMs: number
  readonly deadCount: number
  readonly dead: readonly DeadLetter[]
}

/** A comparison of an index with Postgres: how many documents, and how many were wrong and put right. */
export type Check = {
  readonly kind: 'counts' | 'full'
  readonly checkedAt: Date
  readonly documents: number
  readonly missing: number
  readonly extra: number
  readonly older: number
}

/** How it stands with the Meilisearch server and our index there. What the server would not tell is null. */
export type MeilisearchStatus = Backlog & {
  readonly reachable: boolean
  readonly version: string | null
  readonly live: { readonly uid: string; readonly documents: number | null; readonly builtAt: Date } | null
  readonly building: { readonly uid: string; readonly done: number; readonly total: number } | null
  /** Tasks the server works on, and how long ago the oldest was sent. */
  readonly inFlight: number
  readonly oldestTaskMs: number
  readonly lastCheck: Check | null
  /** The process that may send just now; null when none has kept its right to. */
  readonly sender: { readonly holder: string; readonly expiresAt: Date } | null
  readonly asked: { readonly rebuild: boolean; readonly check: boolean }
}

/**
 * How it stands with search. `engine` is what is set up, `answeredBy` what answers just now; `because` says why they
 * differ.
 */
export type SearchStatus = {
  readonly engine: EngineName
  readonly answeredBy: EngineName
  readonly because: 'no-index' | 'behind' | 'failing' | null
  readonly postgres: Backlog & { readonly documents: number }
  readonly meilisearch: MeilisearchStatus | null
  readonly vocabularyCountedAt: Date | null
}

const shownDead = 50

/** Reads how it stands, for administrators. A server that does not answer is waited for a moment only. */
export async function searchStatus(db: Database, settings?: MeilisearchSettings): Promise<SearchStatus> {
  const [choice, documents, backlog, meilisearch, [counted]] = await Promise.all([
    chooseEngine(db, settings),
    db.$count(searchDocuments),
    postgresBacklog(db),
    settings ? meilisearchStatus(db, settings) : null,
    db.execute<{ at: string | null }>(sql`select min(counted_at) as at from ${searchCorpora}`),
  ])
  return {
    engine: settings ? 'meilisearch' : 'postgres',
    answeredBy: choice.engine,
    because: reason(choice),
    postgres: { documents, ...backlog },
    meilisearch,
    vocabularyCountedAt: counted?.at ? new Date(counted.at) : null,
  }
}

function reason(choice: Choice): SearchStatus['because'] {
  return choice.engine === 'postgres' && choice.because !== 'unset' ? choice.because : null
}

// What waits for a round to close is not behind.
async function postgresBacklog(db: Database): Promise<Backlog> {
  return backlogOf(
    db,
    sql`${searchOutbox} where dead_at is not null or attempts > 0 or next_attempt_at <= now() + interval '1 minute'`,
  )
}

async function backlogOf(db: Database, rows: ReturnType<typeof sql>): Promise<Backlog> {
  const [sums] = await db.execute<{ waiting: string; oldest: string; dead: string }>(sql`
    select count(*) filter (where dead_at is null) as waiting, count(dead_at) as dead,
      coalesce(extract(epoch from clock_timestamp() - min(enqueued_at) filter (where dead_at is null)) * 1000, 0)
        as oldest
    from ${rows}`)
  const dead = await db.execute<{ doc_key: string; reason: string | null; since: string }>(sql`
    select doc_key, last_error as reason, dead_at as since from (select * from ${rows}) as listed
    where dead_at is not null order by dead_at desc, doc_key limit ${shownDead}`)
  return {
    waiting: Number(sums?.waiting ?? 0),
    oldestWaitingMs: Math.max(0, Math.round(Number(sums?.oldest ?? 0))),
    deadCount: Number(sums?.dead ?? 0),
    dead: dead.map((row) => ({
      docKey: row.doc_key,
      reason: row.reason ?? 'unknown',
      since: new Date(row.since),
    })),
  }
}

async function meilisearchStatus(db: Database, settings: MeilisearchSettings): Promise<MeilisearchStatus> {
  const indexes = await db.select().from(searchIndexes)
  const live = indexes.find(({ role }) => role === 'live')
  const next = indexes.find(({ role }) => role === 'next')
  const [server, backlog, building, tasks, lastCheck, sender, asked] = await Promise.all([
    askServer(settings, live?.uid),
    backlogOf(db, sql`${searchIndexQueue} where uid = ${live?.uid ?? next?.uid ?? ''}`),
    next ? progressOf(db, next.uid) : null,
    tasksInFlight(db),
    live ? lastCheckOf(db, live.uid) : null,
    holder(db),
    db.select({ kind: searchRequests.kind }).from(searchRequests),
  ])
  return {
    ...backlog,
    ...tasks,
    reachable: server.reachable,
    version: server.version,
    live: live
      ? { uid: live.uid, documents: server.documents, builtAt: live.promotedAt ?? live.createdAt }
      : null,
    building,
    lastCheck,
    sender,
    asked: {
      rebuild: asked.some(({ kind }) => kind === 'rebuild'),
      check: asked.some(({ kind }) => kind === 'check'),
    },
  }
}

// A key that may only search is told neither the version nor the number of documents.
async function askServer(settings: MeilisearchSettings, uid: string | undefined) {
  const client = connectTo(settings, 'status')
  const orNull = <T>(asked: Promise<T>) => asked.catch(() => null)
  const [health, version, stats] = await Promise.all([
    orNull(client.health()),
    orNull(client.getVersion()),
    uid === undefined ? null : orNull(client.index(uid).getStats()),
  ])
  return {
    reachable: health !== null,
    version: version?.pkgVersion ?? null,
    documents: stats?.numberOfDocuments ?? null,
  }
}

async function progressOf(db: Database, uid: string) {
  const [total, left] = await Promise.all([
    db.$count(searchDocuments),
    db.$count(searchIndexQueue, sql`uid = ${uid}`),
  ])
  return { uid, total, done: Math.max(0, total - left) }
}

async function tasksInFlight(db: Database) {
  const [row] = await db.execute<{ tasks: string; oldest: string }>(sql`
    select count(distinct task_uid) as tasks,
      coalesce(extract(epoch from clock_timestamp() - min(sent_at)) * 1000, 0) as oldest
    from ${searchIndexQueue} where task_uid is not null`)
  return {
    inFlight: Number(row?.tasks ?? 0),
    oldestTaskMs: Math.max(0, Math.round(Number(row?.oldest ?? 0))),
  }
}

async function lastCheckOf(db: Database, uid: string): Promise<Check | null> {
  const { kind, checkedAt, documents, missing, extra, older } = searchChecks
  const [check] = await db
    .select({ kind, checkedAt, documents, missing, extra, older })
    .from(searchChecks)
    .where(sql`${searchChecks.uid} = ${uid}`)
    .orderBy(sql`${checkedAt} desc`)
    .limit(1)
  return check ?? null
}

async function holder(db: Database) {
  const [row] = await db
    .select({ holder: searchLease.holder, expiresAt: searchLease.expiresAt })
    .from(searchLease)
    .where(sql`${searchLease.expiresAt} > clock_timestamp()`)
  return row ?? null
}
