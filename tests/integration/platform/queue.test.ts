import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tx } from '#app/platform/database.server.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await appDatabase()
})
afterAll(() => db.end())

test("a process's first jobs may come from more transactions at once than the pool has places", async () => {
  const subjects = Array.from({ length: 30 }, () => v7())
  const send = (subjectId: string) =>
    tx((tx) => enqueue(tx, { id: v7(), type: 'round.tested', subjectId, data: {} }), { limitMs: 5_000 })
  await Promise.all(subjects.map(send))
  const jobs = await db.sql`select data->>'subjectId' as subject from pgboss.job`
  expect(jobs.map(({ subject }) => subject).sort()).toEqual(subjects.sort())
})
