import { is, Placeholder, type SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Sql } from 'postgres'
import { database, type Transaction } from './database.server.ts'

type Statement = { execute(values?: Record<string, unknown>): Promise<unknown> }

/**
 * A statement built once in the life of the process and run in any transaction: building costs drizzle more than
 * sending does. It is prepared on the server too, and the driver sends prepared statements one after the other
 * without waiting for their answers, so several can make one journey.
 */
export function prepared<S extends Statement>(build: (tx: Transaction) => S) {
  let built: S | undefined
  return (tx: Transaction, values: Record<string, unknown> = {}) => {
    built ??= build(tx)
    // A statement remembers the connection it was built on; this one speaks on the transaction's.
    const { client } = tx._.session as unknown as { client: unknown }
    const here: S = Object.create(built, { client: { value: client } })
    return here.execute(values) as ReturnType<S['execute']>
  }
}

/** The same for reads outside a transaction: built once per pool, which finds a connection for each run. */
export function keptInPool<S>(build: (db: ReturnType<typeof database>['db']) => S): () => S {
  const statements = new WeakMap<object, S>()
  return () => {
    const { db } = database()
    const statement = statements.get(db) ?? build(db)
    statements.set(db, statement)
    return statement
  }
}

/**
 * A statement said in SQL, for the few that everybody waits for: written down once, prepared on the server, and its rows
 * are as the driver gives them, with columns named in the SQL and times as text. In a transaction, or by itself.
 */
export function spoken<Row extends object>(say: () => SQL) {
  let said: { text: string; names: string[] } | undefined
  return async (tx: Transaction | null, values: Record<string, unknown>): Promise<Row[]> => {
    said ??= written(say())
    const speaker = tx ? (tx._.session as unknown as { client: Sql }).client : database().sql
    const given = said.names.map((name) => values[name]) as Parameters<Sql['unsafe']>[1]
    return [...(await speaker.unsafe<Row[]>(said.text, given, { prepare: true }))]
  }
}

/** The text with each value that is given sent once, however often it is spoken of. */
function written(statement: SQL) {
  const { sql, params } = new PgDialect().sqlToQuery(statement)
  const names = params.map((param) => {
    if (is(param, Placeholder)) return param.name
    throw new Error('A statement that is said in SQL has its values in it, or gives them names.')
  })
  const once = [...new Set(names)]
  const place = (at: string) => `$${once.indexOf(names[Number(at) - 1] ?? '') + 1}`
  return { text: sql.replace(/\$(\d+)/g, (_, at: string) => place(at)), names: once }
}
