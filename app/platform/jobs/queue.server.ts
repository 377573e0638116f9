import PgBoss from 'pg-boss'
import type { TransactionSql } from 'postgres'
import { database, type Transaction } from '../database.server.ts'
import type { HeardEvent } from '../events/event.ts'

/**
 * Every event goes into both queues, and each is answered for by itself: while the mail server is away letters are tried
 * again, and nothing else waits for them.
 */
export const queueNames = ['events', 'letters'] as const
export type QueueName = (typeof queueNames)[number]

type Values = Parameters<PgBoss.Db['executeSql']>[1]

// pg-boss speaks through our own pool: one driver, one set of limits.
function overPool(): PgBoss.Db {
  return {
    async executeSql(text, values) {
      const { sql } = database()
      if (values?.length) return { rows: [...(await sql.unsafe(text, plain(values)))] }
      // Without values it may be a script with its own BEGIN and COMMIT, which must stay on one connection.
      const reserved = await sql.reserve()
      try {
        const results: unknown[] = [...(await reserved.unsafe(text))]
        return { rows: results.every(Array.isArray) ? results.flat() : results }
      } finally {
        reserved.release()
      }
    },
  }
}

// postgres.js refuses undefined, and would encode an object by its own rules.
function plain(values: Values) {
  return (values ?? []).map((value: unknown) => {
    if (value === undefined || value === null) return null
    if (value instanceof Date || Array.isArray(value) || typeof value !== 'object') return value as never
    return JSON.stringify(value) as never
  })
}

const held = globalThis as { innspillQueue?: Promise<PgBoss>; innspillSender?: PgBoss }

/** The queue of this process; `worker` also keeps it in order (expiry, retries, clean-up). */
export function queue({ worker = false } = {}): Promise<PgBoss> {
  held.innspillQueue ??= start(worker).catch((error) => {
    // A start that met a dead database is not what later callers get.
    held.innspillQueue = undefined
    throw error
  })
  return held.innspillQueue
}

async function start(worker: boolean) {
  const boss = new PgBoss({ db: overPool(), migrate: false, supervise: worker, schedule: false })
  boss.on('error', (error) => console.error('queue:', error.message))
  await boss.start()
  return boss
}

/** Creates the queues and their tables; part of migrating. */
export async function prepareQueue() {
  const boss = new PgBoss({ db: overPool(), migrate: true, supervise: false, schedule: false })
  await boss.start()
  for (const name of queueNames)
    await boss.createQueue(name, {
      ...{ name, retryLimit: 8, retryDelay: 2, retryBackoff: true },
      // What a worker held when it was killed is given to the next one after this long.
      expireInSeconds: 120,
    })
  await boss.stop({ graceful: false })
}

/** Puts events in the queues inside the caller's transaction; they are seen only if that commits. Each once, by its id. */
export async function enqueue(tx: Transaction, events: readonly HeardEvent[]) {
  // Never started: a start asks the pool, and when every place is held by a transaction that waits for it, none comes.
  held.innspillSender ??= new PgBoss({ db: overPool(), migrate: false, supervise: false, schedule: false })
  const client = clientOf(tx)
  const db: PgBoss.Db = {
    async executeSql(text, values) {
      return { rows: [...(await client.unsafe(text, plain(values), { prepare: true }))] }
    },
  }
  await held.innspillSender.insert(
    queueNames.flatMap((name) => events.map((event) => ({ id: event.id, name, data: event }))),
    { db },
  )
}

// pg-boss numbers its own parameters and uses some twice, which drizzle's sql`` cannot say:
// so it talks to the connection the transaction holds.
const clientOf = (tx: Transaction) => (tx._.session as unknown as { client: TransactionSql }).client
