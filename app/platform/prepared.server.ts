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
