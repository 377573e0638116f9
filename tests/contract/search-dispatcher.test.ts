import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inputs, passages, searchOutbox } from '#db/schema/index.ts'
import { dispatchAll, dispatchOnce, runDispatcher } from '#search/dispatcher.server.ts'
import { docKeysOf } from '#search/document.ts'
import { enqueuePassages, enqueuePassagesOf } from '#search/outbox.server.ts'
import type { SearchIndexPort } from '#search/port.ts'
import { rebuild } from '#search/rebuild.server.ts'
import { retryDead } from '#search/requests.server.ts'
import { searchStatus } from '#search/status.server.ts'
import { publish } from '#tests/factories/inputs.ts'
import { aPerson, only } from '#tests/factories/people.ts'
import { type Index, openIndex } from './open-index.ts'

let index: Index
let db: Index['db']

beforeAll(async () => {
  index = await openIndex()
  db = index.db
})
afterAll(() => index?.end())
beforeEach(() => index.empty())

test('a passage waits at most once, with a new rev for every change', async () => {
  const { input } = await index.anInput('Ett avsnitt.')
  await enqueuePassagesOf(db, input.id)
  const before = await db.select().from(searchOutbox)
  await enqueuePassagesOf(db, input.id)
  const after = await db.select().from(searchOutbox)
  expect(after).toHaveLength(2)
  expect(Math.min(...after.map((row) => row.rev))).toBeGreaterThan(Math.max(...before.map((row) => row.rev)))
  expect(after[0]?.enqueuedAt).toEqual(before[0]?.enqueuedAt)
})

test('a change that is rolled back leaves nothing waiting', async () => {
  const { input } = await index.anInput('Ett avsnitt.')
  const undone = db.transaction(async (tx) => {
    await enqueuePassagesOf(tx, input.id)
    tx.rollback()
  })
  await expect(undone).rejects.toThrow()
  expect(await db.$count(searchOutbox)).toBe(0)
})

test('a change made while a document is being written is written too', async () => {
  const made = await index.anInput('Første.')
  await enqueuePassagesOf(db, made.input.id)
  const slow: SearchIndexPort = {
    ...index.index,
    async apply(changes) {
      await publish(db, made, (await aPerson(db)).id)
      await enqueuePassagesOf(db, made.input.id)
      return index.index.apply(changes)
    },
  }
  await dispatchOnce(db, slow)
  expect(await db.$count(searchOutbox)).toBe(2)
  await dispatchAll(db, index.index)
  expect(await index.listIndexed(made.input.id)).toEqual(['public: Første.', 'staff: Første.'])
})

test('a write that was overtaken by another is looked at again', async () => {
  const made = await index.aPublishedInput('Trukket.')
  await enqueuePassagesOf(db, made.input.id)
  const overtaken: SearchIndexPort = {
    ...index.index,
    async apply(changes) {
      await db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, made.input.id))
      await enqueuePassagesOf(db, made.input.id)
      await dispatchAll(db, index.index)
      return index.index.apply(changes)
    },
  }
  await dispatchOnce(db, overtaken)
  await dispatchAll(db, index.index)
  expect(await index.listIndexed(made.input.id)).toEqual(['staff: Trukket.'])
})

test('one document that cannot be written does not stop the others, and waits longer each time', async () => {
  const good = await index.anInput('God.\n\nOgså god.')
  const bad = await index.anInput('Dårlig.')
  const [badKey] = docKeysOf(only(bad.passages).id)
  const picky: SearchIndexPort = {
    ...index.index,
    async apply(changes) {
      if (changes.some((change) => change.op === 'put' && change.doc.docKey === badKey)) {
        await db.execute(sql`select 1 / 0`)
      }
      return index.index.apply(changes)
    },
  }
  await enqueuePassagesOf(db, good.input.id)
  await enqueuePassagesOf(db, bad.input.id)
  expect(await dispatchAll(db, picky)).toMatchObject({ written: 2, failed: 1 })
  expect(await index.listIndexed(good.input.id)).toEqual(['staff: God.', 'staff: Også god.'])
  const waits = [(await waiting()).wait]
  await db.update(searchOutbox).set({ nextAttemptAt: sql`now()` })
  await dispatchAll(db, picky)
  const again = await waiting()
  expect(again).toMatchObject({ docKey: badKey, attempts: 2, lastError: 'Error 22012' })
  expect(again.wait).toBeGreaterThan(waits[0] ?? 0)
})

test('a document that failed by itself eight times is given up until it changes', async () => {
  const { input } = await index.anInput('Dårlig.')
  await enqueuePassagesOf(db, input.id)
  const refusing: SearchIndexPort = {
    ...index.index,
    apply: async () => void (await db.execute(sql`select 1 / 0`)),
  }
  for (const attempt of [1, 2, 3, 4, 5, 6, 7, 8]) {
    expect((await searchStatus(db)).postgres.deadCount, `before attempt ${attempt}`).toBe(0)
    await db.update(searchOutbox).set({ nextAttemptAt: sql`now()` })
    expect(await dispatchOnce(db, refusing)).toMatchObject({ taken: 2, failed: 2 })
  }
  await db.update(searchOutbox).set({ nextAttemptAt: sql`now()` })
  expect((await dispatchAll(db, index.index)).taken).toBe(0)
  const { postgres } = await searchStatus(db)
  expect(postgres).toMatchObject({ waiting: 0, oldestWaitingMs: 0, deadCount: 2 })
  expect(postgres.dead.map(({ reason }) => reason)).toEqual(['Error 22012', 'Error 22012'])
  expect(await index.freshness(input.strategyId)).toEqual({ waiting: 0, oldestWaitingMs: 0 })

  await enqueuePassagesOf(db, input.id)
  expect(await dispatchAll(db, index.index)).toMatchObject({ written: 1, deleted: 1, failed: 0 })
  expect(await db.$count(searchOutbox)).toBe(0)
})

test('what was given up is tried again when someone asks for it', async () => {
  const { input } = await index.anInput('Dårlig.')
  await enqueuePassagesOf(db, input.id)
  await db.update(searchOutbox).set({ attempts: 8, deadAt: sql`now()` })
  expect((await dispatchAll(db, index.index)).taken).toBe(0)
  expect(await retryDead(db)).toBe(2)
  expect(await dispatchAll(db, index.index)).toMatchObject({ taken: 2, failed: 0 })
})

test('an engine that does not answer costs nobody an attempt', async () => {
  const { input } = await index.anInput('Venter.')
  await enqueuePassagesOf(db, input.id)
  const silent: SearchIndexPort = {
    ...index.index,
    apply: () => Promise.reject(new Error('connection refused')),
  }
  await expect(dispatchOnce(db, silent)).rejects.toThrow('connection refused')
  const rows = await db.select().from(searchOutbox)
  expect(rows.map((row) => [row.attempts, row.lastError])).toEqual([
    [0, 'Error'],
    [0, 'Error'],
  ])
})

test('dispatchers at the same time share the work', async () => {
  const { input, passages: made } = await index.anInput(
    Array.from({ length: 600 }, (_, at) => `Nr. ${at}`).join('\n'),
  )
  await enqueuePassagesOf(db, input.id)
  const done = await Promise.all([1, 2, 3].map(() => dispatchOnce(db, index.index)))
  expect(done.reduce((sum, pass) => sum + pass.taken, 0)).toBe(1_200)
  expect((await index.listIndexed(input.id)).length).toBe(made.length)
})

test('the dispatcher runs until told to stop, and survives trouble', async () => {
  const { input, passages: made } = await index.anInput('Snart funnet.')
  let troubles = 0
  const shaky: SearchIndexPort = {
    ...index.index,
    apply: (changes) =>
      troubles === 0 ? Promise.reject(new Error('Snart funnet.')) : index.index.apply(changes),
  }
  const ending = new AbortController()
  const reasons: string[] = []
  const running = runDispatcher(db, shaky, {
    signal: ending.signal,
    onError: (reason) => {
      troubles += 1
      reasons.push(reason)
    },
  })
  await enqueuePassages(
    db,
    input.strategyId,
    made.map((passage) => passage.id),
  )
  await expect.poll(() => index.listIndexed(input.id), { timeout: 10_000 }).toEqual(['staff: Snart funnet.'])
  expect(reasons).toEqual(['Error'])
  ending.abort()
  await running
})

test('a rebuild writes what is missing, drops what is gone and leaves nothing waiting', async () => {
  const kept = await index.aPublishedInput('Finnes.')
  const lost = await index.aPublishedInput('Fantes.')
  await index.indexed(lost.input.id)
  await db.delete(passages).where(eq(passages.inputId, lost.input.id))
  const done = await rebuild(db, index.index)
  expect(done.failed).toBe(0)
  expect(await index.listIndexed(kept.input.id)).toEqual(['public: Finnes.', 'staff: Finnes.'])
  expect(await index.listIndexed(lost.input.id)).toEqual([])
  expect(await index.freshness(kept.round.strategyId)).toEqual({ waiting: 0, oldestWaitingMs: 0 })
})

async function waiting() {
  const wait = sql<number>`extract(epoch from next_attempt_at - now())::float`
  const { docKey, attempts, lastError } = searchOutbox
  return only(await db.select({ docKey, attempts, lastError, wait }).from(searchOutbox))
}
