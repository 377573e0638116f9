import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import * as schema from '#db/schema/index.ts'
import { limitQueries } from './query-limit.server.ts'

export { QueryTimeout } from './query-limit.server.ts'

/** The database as rooms use it: drizzle with every table of the schema. */
export type Database = PostgresJsDatabase<typeof schema>

/** One pool, spoken to in two ways. `sql` gives times as text, because drizzle takes over the parsers. */
export type Connection = { sql: Sql; db: Database; end(): Promise<void> }

/** Limits and names of a pool. Times are milliseconds. */
export type ConnectOptions = {
  max?: number
  prepare?: boolean
  applicationName?: string
  statementTimeout?: number
  lockTimeout?: number
  idleInTransactionTimeout?: number
  queryLimit?: number
}

/** Opens a pool. No query may wait for ever: the server has its limits, and so have we if the server is gone. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const client = postgres(url, {
    max: options.max ?? 10,
    prepare: options.prepare ?? true,
    onnotice: () => {},
    connect_timeout: 5,
    // Never far apart: after an outage we want to serve again within seconds.
    backoff: (attempt: number) => Math.min(3 ** attempt / 100, 1) * (0.5 + Math.random() / 2),
    connection: {
      application_name: options.applicationName ?? 'innspill',
      statement_timeout: options.statementTimeout ?? 10_000,
      lock_timeout: options.lockTimeout ?? 5_000,
      idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 15_000,
    },
  })
  const sql = limitQueries(client, options.queryLimit ?? 12_000)
  return { sql, db: drizzle(sql, { schema }), end: () => client.end({ timeout: 5 }) }
}
