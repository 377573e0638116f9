import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import { connect } from '#db/client.server.ts'
import type * as schema from '#db/schema/index.ts'
import { config } from './config.server.ts'

export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>
type Connection = ReturnType<typeof connect>
/** Where something is read: in a transaction that holds it, or for a page. */
export type Reading = Connection['db'] | Transaction

// On globalThis because the development server loads this module anew after every edit.
const held = globalThis as { innspillDatabase?: Connection }

/** The one pool of this process. Throws when no database has been configured or started. */
export function database(): Connection {
  const { databaseUrl, databasePool } = config()
  if (!databaseUrl)
    throw new Error('No database: set DATABASE_URL, or start through a command that starts one.')
  held.innspillDatabase ??= connect(databaseUrl, { max: databasePool })
  return held.innspillDatabase
}

/** Closes the pool; later calls open a new one. */
export async function closeDatabase() {
  const connection = held.innspillDatabase
  held.innspillDatabase = undefined
  await connection?.end()
}

export class TransactionTimeout extends Error {
  override name = 'TransactionTimeout'
}

const retryable = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '57P01', // terminated by administrator or crash
  '55P03', // waited too long for a lock
  '57P02',
  '57P03', // starting up
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
])

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : codeOf(cause)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How long one attempt may take, and all of them. */
type Patience = { attemptMs?: number; limitMs?: number }

/**
 * Runs `work` in one transaction, again on deadlock, serialization failure or a lost connection.
 * A lost connection leaves the outcome unknown, so `work` must recognise its own earlier success
 * by an idempotency key or by the state it finds. An attempt takes at most `attemptMs`, all of them `limitMs`.
 */
export function tx<T>(work: (tx: Transaction) => Promise<T>, patience: Patience = {}): Promise<T> {
  return persistently(() => database().db.transaction(work), patience)
}

/** The same for work that is no transaction, or several. */
export async function persistently<T>(
  work: () => Promise<T>,
  { attemptMs = 6_000, limitMs = 15_000 }: Patience = {},
): Promise<T> {
  const until = Date.now() + limitMs
  for (let attempt = 0; ; attempt++) {
    try {
      return await within(attemptMs, work())
    } catch (error) {
      const again = error instanceof TransactionTimeout || retryable.has(codeOf(error) ?? '')
      const wait = Math.min(1_000, 40 * 2 ** attempt) * (0.5 + Math.random() / 2)
      if (!again || Date.now() + wait > until) throw error
      await pause(wait)
    }
  }
}

/** What was decided rests on something that has changed since: to be decided again. */
export class Overtaken extends Error {
  override name = 'Overtaken'
  readonly code = '40001'
}

// A `begin` queued around a server's death may never settle; without this the request would hang.
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransactionTimeout(`no answer in ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The database's clock now, not the transaction's start: ask after the locks are held. */
export async function databaseNow(tx: Transaction): Promise<Date> {
  const rows = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`)
  return new Date(rows[0]?.now ?? Number.NaN)
}

/** The database's clock outside a transaction: the one clock that time left is counted by, on whichever server one is. */
export async function databaseTime(): Promise<Date> {
  const rows = await database().db.execute<{ now: string }>(sql`select clock_timestamp() as now`)
  return new Date(rows[0]?.now ?? Number.NaN)
}
