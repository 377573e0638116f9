import { type AddressInfo, createServer, type Socket } from 'node:net'
import { sql as statement } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { connect, QueryTimeout } from '#db/client.server.ts'
import { pause } from '#db/embedded/process.server.ts'
import { testDatabase } from '#tests/setup/database.ts'

const database = await testDatabase()
const single = connect(database.url, { max: 1 })
await database.sql`create table written (by text)`
afterAll(async () => {
  await single.end()
  await database.end()
})

test('a transaction that lost its connection writes nothing on the one that came after', async () => {
  const { sql } = single
  const began = gate()
  const lateWork = gate()
  const otherWork = gate()
  const lost = sql.begin(async (tx) => {
    await tx`insert into written values ('lost, before')`
    began.open()
    await lateWork.opened
    await tx`insert into written values ('lost, after')`
  })
  const refusal = expect(lost).rejects.toThrow('CONNECTION_CLOSED')
  await began.opened
  await loseConnection()
  await refusal

  const other = sql.begin(async (tx) => {
    await tx`insert into written values ('other, before')`
    await otherWork.opened
    await tx`insert into written values ('other, after')`
    throw new Error('rolled back on purpose')
  })
  const rollback = expect(other).rejects.toThrow('rolled back on purpose')
  await pause(100)
  lateWork.open()
  await pause(100)
  otherWork.open()
  await rollback
  expect(await database.sql`select * from written`).toHaveLength(0)
})

test('a reserved connection that was lost refuses, and its place in the pool serves others', async () => {
  const reserved = await single.sql.reserve()
  await reserved`select 1`
  await loseConnection()
  await expect(reserved`insert into written values ('reserved')`).rejects.toThrow('CONNECTION_CLOSED')
  reserved.release()
  expect(await single.sql`select 1 as answer`).toMatchObject([{ answer: 1 }])
})

test('a server that resets a connection being opened ends the query, not the process', async () => {
  const server = await fakeServer((socket, packet) =>
    packet === 0 ? socket.write(WELCOME) : socket.resetAndDestroy(),
  )
  const unhandled: unknown[] = []
  process.on('unhandledRejection', (reason) => unhandled.push(reason))
  const { sql, end } = connect(server.url, { max: 1 })
  await expect(sql`select 1`).rejects.toThrow('ECONNRESET')
  await pause(50)
  expect(unhandled).toEqual([])
  await end()
  server.close()
})

test('a query that is never answered ends after its time', async () => {
  const server = await fakeServer((socket, packet) => packet === 0 && socket.write(WELCOME))
  const { sql, db, end } = connect(server.url, { max: 1, queryLimit: 150 })
  const started = Date.now()
  const answers = await Promise.allSettled([
    sql`select 1`,
    sql.unsafe('select 2'),
    db.execute(statement`select 3`),
  ])
  expect(Date.now() - started).toBeLessThan(1_000)
  const reasons = answers.map((answer) => answer.status === 'rejected' && answer.reason)
  expect(reasons[0]).toBeInstanceOf(QueryTimeout)
  expect(reasons[1]).toBeInstanceOf(QueryTimeout)
  expect(reasons[2].cause).toBeInstanceOf(QueryTimeout)
  server.close()
  void end()
})

test('a query that is built but never sent starts no clock', async () => {
  const { sql, end } = connect(database.url, { max: 1, queryLimit: 100 })
  const part = sql`where by = 'nobody'`
  expect(await sql`select * from written ${part}`).toEqual([])
  await pause(200)
  await end()
})

test('the server ends a statement, a wait for a lock and an idle transaction by itself', async () => {
  const { sql, end } = connect(database.url, { statementTimeout: 150, idleInTransactionTimeout: 200 })
  await expect(sql`select pg_sleep(2)`).rejects.toMatchObject({ code: '57014' })
  const idle = sql.begin(async (tx) => {
    await tx`select 1`
    await pause(600)
    await tx`select 2`
  })
  await expect(idle).rejects.toThrow(/CONNECTION_CLOSED|idle-in-transaction/)
  await end()

  const hasty = connect(database.url, { lockTimeout: 100 })
  await database.sql.begin(async (tx) => {
    await tx`lock table written`
    await expect(hasty.sql`select * from written`).rejects.toMatchObject({ code: '55P03' })
  })
  await hasty.end()
})

/** "You are in" and "ready", as the server says it to a client it trusts. */
const WELCOME = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 0, 90, 0, 0, 0, 5, 73])

async function fakeServer(answer: (socket: Socket, packet: number) => unknown) {
  const server = createServer((socket) => {
    let packets = 0
    socket.on('error', () => {})
    socket.on('data', () => answer(socket, packets++))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return {
    url: `postgres://a:b@127.0.0.1:${(server.address() as AddressInfo).port}/c`,
    close: () => server.close(),
  }
}

async function loseConnection() {
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await pause(200)
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
