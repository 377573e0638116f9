import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseNow, TransactionTimeout, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { relayEvents } from '#app/platform/jobs/relay.server.ts'
import { auditEvents } from '#db/schema/index.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await appDatabase()
})
afterAll(() => db.end())

const happening = (subjectId: string, heard: boolean) => ({
  ...{ kind: { type: 'round.tested', heard }, actorId: null, subjectId, at: new Date() },
  data: { words: "it's «here» $1 \\ ?", none: undefined },
})

async function jobsFor(subjectId: string) {
  await relayEvents()
  return db.sql`select data from pgboss.job where name = 'events' and data->>'subjectId' = ${subjectId}`
}

test('what is heard is recorded and queued with the change', async () => {
  const subjectId = v7()
  await tx((tx) => record(tx, happening(subjectId, true)))
  expect(await jobsFor(subjectId)).toMatchObject([
    { data: { type: 'round.tested', data: { words: "it's «here» $1 \\ ?" } } },
  ])
  expect(await db.db.$count(auditEvents, sql`subject_id = ${subjectId}`)).toBe(1)
})

test('what is not heard is recorded and wakes nobody', async () => {
  const subjectId = v7()
  await tx((tx) => record(tx, happening(subjectId, false)))
  expect(await jobsFor(subjectId)).toHaveLength(0)
  expect(await db.db.$count(auditEvents, sql`subject_id = ${subjectId}`)).toBe(1)
})

test('a change that is rolled back leaves neither record nor job', async () => {
  const subjectId = v7()
  const failing = tx(async (tx) => {
    await record(tx, happening(subjectId, true))
    throw new Error('after all, no')
  })
  await expect(failing).rejects.toThrow('after all, no')
  expect(await jobsFor(subjectId)).toHaveLength(0)
  expect(await db.db.$count(auditEvents, sql`subject_id = ${subjectId}`)).toBe(0)
})

test('what is recorded cannot be changed or removed', async () => {
  await tx((tx) => record(tx, happening(v7(), false)))
  await expect(db.sql`update audit_events set type = 'other'`).rejects.toThrow('append-only')
  await expect(db.sql`delete from audit_events`).rejects.toThrow('append-only')
})

test('a serialization failure is tried again', async () => {
  let tries = 0
  const outcome = await tx(async (tx) => {
    if (++tries < 3) await tx.execute(sql`do $$ begin raise exception 'busy' using errcode = '40001'; end $$`)
    return tries
  })
  expect(outcome).toBe(3)
})

test('an ordinary error is not tried again', async () => {
  let tries = 0
  const failing = tx(async (tx) => {
    tries++
    await tx.execute(sql`select 1/0`)
  })
  await expect(failing).rejects.toThrow()
  expect(tries).toBe(1)
})

test('a transaction that gets no answer ends with its time limit', async () => {
  const slow = tx((tx) => tx.execute(sql`select pg_sleep(3)`), { attemptMs: 200, limitMs: 300 })
  await expect(slow).rejects.toThrow(TransactionTimeout)
})

test('the clock moves on inside a transaction', async () => {
  const [first, second] = await tx(async (tx) => {
    const before = await databaseNow(tx)
    await tx.execute(sql`select pg_sleep(0.02)`)
    return [before, await databaseNow(tx)] as const
  })
  expect(second.getTime()).toBeGreaterThan(first.getTime())
})

test('the same form sent twice at once is carried out once, and both get the outcome', async () => {
  const person = v7()
  const key = v7()
  let done = 0
  const send = () => tx((tx) => once(tx, person, key, 'test', async () => ({ number: ++done })))
  expect(await Promise.all([send(), send(), send()])).toEqual([{ number: 1 }, { number: 1 }, { number: 1 }])
})

test('a refused form may be mended and sent again under its key', async () => {
  const person = v7()
  const key = v7()
  const send = (outcome: object) => tx((tx) => once(tx, person, key, 'test', async () => outcome))
  expect(await send({ refusal: 'no-words' })).toEqual({ refusal: 'no-words' })
  expect(await send({ saved: 1 })).toEqual({ saved: 1 })
  expect(await send({ saved: 2 })).toEqual({ saved: 1 })
})
