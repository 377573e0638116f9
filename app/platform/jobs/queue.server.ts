import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import { database, type Transaction } from '../database.server.ts'
import type { HeardEvent } from '../events/event.ts'

export const queueName = 'events'

type Values = Parameters<PgBoss.Db['executeSql']>[1]

// pg-boss speaks through our own pool: one driver, one set of limits.
function overPool(): PgBoss.Db {
  return {
    async executeSql(text, values) {
      const rows = values?.length
        ? await database().sql.unsafe(text, plain(values))
        : await database().sql.unsafe(text)
      return { rows: Array.isArray(rows.at(-1)) ? (rows.at(-1) as unknown as unknown[]) : [...rows] }
    },
  }
}

// postgres.js refuses undefined, and would encode an object by its own rules.
function plain(values: Values) {
  return (values ?? []).map((value: unknown) => {
    if (value === undefined) return null
    if (value instanceof Date || Array.isArray(value) || typeof value !== 'object') return value as never
    return JSON.stringify(value) as never
  })
}

const held = globalThis as { innspillQueue?: Promise<PgBoss> }

/** The queue of this process; `worker` also keeps it in order (expiry, retries, clean-up). */
export function queue({ worker = false } = {}): Promise<PgBoss> {
  held.innspillQueue ??= start(worker)
  return held.innspillQueue
}

async function start(worker: boolean) {
  const boss = new PgBoss({ db: overPool(), migrate: false, supervise: worker, schedule: false })
  boss.on('error', (error) => console.error('queue:', error.message))
  await boss.start()
  return boss
}

/** Creates the queue's own tables and the queue; part of migrating. */
export async function prepareQueue() {
  const boss = new PgBoss({ db: overPool(), migrate: true, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue(queueName, { name: queueName, retryLimit: 8, retryDelay: 2, retryBackoff: true })
  await boss.stop({ graceful: false })
}

/** Puts a happening in the queue inside the caller's transaction; it is seen only if that commits. */
export async function enqueue(tx: Transaction, event: HeardEvent) {
  const boss = await queue()
  const db: PgBoss.Db = {
    async executeSql(text, values) {
      return { rows: [...(await tx.execute(bound(text, plain(values))))] }
    },
  }
  await boss.send(queueName, event, { db })
}

// drizzle writes its own placeholders, so $1…$n become its parameters again.
function bound(text: string, values: unknown[]) {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, i) => (i % 2 ? sql`${sql.param(values[Number(part) - 1])}` : sql.raw(part))),
  )
}
