import type { Sql } from 'postgres'

/** A query that got no answer in time: the server is gone, or the pool is. Whether it was done is unknown. */
export class QueryTimeout extends Error {
  readonly code = 'QUERY_TIMEOUT'

  constructor(ms: number) {
    super(`No answer from the database within ${ms} ms`)
    this.name = 'QueryTimeout'
  }
}

/** The parts of a postgres.js query that it calls itself, as properties of the object. */
type Query = {
  handle(): Promise<void>
  resolve(value: unknown): void
  reject(reason: unknown): void
  cancel(): unknown
  state: unknown
  cursorFn?: unknown
  forEachFn?: unknown
  streaming?: boolean
}

/** The client with a time limit on every query outside a transaction. Transactions have their own. */
export function limitQueries(sql: Sql, ms: number): Sql {
  return new Proxy(sql, {
    apply(target, self, args) {
      return limited(Reflect.apply(target, self, args), ms)
    },
    get(target, name) {
      if (name !== 'unsafe') return Reflect.get(target, name)
      return (...args: Parameters<Sql['unsafe']>) => limited(target.unsafe(...args), ms)
    },
  })
}

/** The clock starts when the query is sent, not when it is built: a fragment is never sent by itself. */
function limited<T>(built: T, ms: number): T {
  if (!isQuery(built)) return built
  const { handle, resolve, reject } = built
  let timer: NodeJS.Timeout | undefined
  built.handle = () => {
    if (!timer && !built.cursorFn && !built.forEachFn && !built.streaming) {
      timer = setTimeout(giveUp, ms, built)
    }
    return handle.call(built)
  }
  built.resolve = (value) => {
    clearTimeout(timer)
    resolve(value)
  }
  built.reject = (reason) => {
    clearTimeout(timer)
    reject(reason)
  }
  return built

  function giveUp(query: Query) {
    query.reject(new QueryTimeout(ms))
    // Still in the queue: taken out, so that it is not done after we have said that it was not answered.
    if (!query.state) query.cancel()
  }
}

function isQuery(value: unknown): value is Query {
  return value instanceof Promise && 'handle' in value && 'resolve' in value && 'reject' in value
}
