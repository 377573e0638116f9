import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { listen } from '#app/platform/jobs/listening.server.ts'
import { queue } from '#app/platform/jobs/queue.server.ts'
import { relayEvents } from '#app/platform/jobs/relay.server.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await appDatabase()
})
afterAll(async () => {
  await (await queue()).stop({ graceful: false })
  await db.end()
})

const tested = { type: 'round.tested', heard: true } as const
const happening = (subjectId: string) => ({ kind: tested, actorId: null, subjectId, at: new Date() })

const send = (subjectId: string) =>
  tx((tx) => record(tx, { ...happening(subjectId), data: { why: 'a test' } }), { limitMs: 5_000 })

const inOutbox = async () => (await db.sql`select event_id from event_outbox`).length

const stateOf = async (subjectId: string) => {
  const [job] =
    await db.sql`select state, retry_count as tries from pgboss.job where name = 'events' and data->>'subjectId' = ${subjectId}`
  return job
}

test('two workers that empty the outbox at once take each event once', async () => {
  const subjects = Array.from({ length: 450 }, () => v7())
  await Promise.all(subjects.map(send))
  const taken = await Promise.all(Array.from({ length: 5 }, relayEvents))
  const rest = await relayEvents()
  expect(taken.reduce((sum, n) => sum + n, rest)).toBe(450)
  const jobs = await db.sql`select data->>'subjectId' as subject from pgboss.job
    where name = 'events' and data->>'subjectId' = any(${subjects})`
  expect(jobs.map(({ subject }) => subject).sort()).toEqual(subjects.sort())
})

test('letters that cannot leave hold up nothing else that hears of the same event', async () => {
  const subject = v7()
  await send(subject)
  const ending = new AbortController()
  const { signal } = ending
  const refused: string[] = []
  const heard: string[] = []
  const listening = [
    listen('events', async (event) => void heard.push(event.subjectId), { signal, onError: () => {} }),
    listen('letters', () => Promise.reject(new Error('no mail')), {
      ...{ signal, onError: (error) => refused.push(String(error)) },
    }),
  ]
  const states = async () => {
    const jobs =
      await db.sql`select name, state from pgboss.job where data->>'subjectId' = ${subject} order by name`
    return jobs.map(({ name, state }) => `${name} ${state}`)
  }
  await expect.poll(states, { timeout: 15_000 }).toEqual(['events completed', 'letters retry'])
  ending.abort()
  await Promise.all(listening)
  expect(heard).toContain(subject)
  expect(refused.length).toBeGreaterThan(0)
})

test('a relay that dies before its end has moved nothing, and the next one moves it once', async () => {
  const subject = v7()
  await send(subject)
  await db.sql`alter table pgboss.job rename to away`
  await expect(relayEvents()).rejects.toThrow()
  expect(await inOutbox()).toBe(1)
  await db.sql`alter table pgboss.away rename to job`
  expect(await relayEvents()).toBe(1)
  expect(await relayEvents()).toBe(0)
  expect(
    await db.sql`select 1 from pgboss.job where name = 'events' and data->>'subjectId' = ${subject}`,
  ).toHaveLength(1)
})

test('an event that fails comes again later and holds up nobody', async () => {
  const [bad, good] = [v7(), v7()]
  await send(bad)
  await send(good)
  const ending = new AbortController()
  const errors: unknown[] = []
  const handled: string[] = []
  const handle = async ({ subjectId }: { subjectId: string }) => {
    if (subjectId === bad && errors.length === 0) throw new Error('not now')
    handled.push(subjectId)
  }
  const listening = listen('events', handle, {
    signal: ending.signal,
    onError: (error) => errors.push(error),
  })
  await vi.waitFor(async () => expect(await stateOf(bad)).toEqual({ state: 'completed', tries: 1 }), 15_000)
  ending.abort()
  await listening
  expect(await stateOf(good)).toEqual({ state: 'completed', tries: 0 })
  expect(handled.indexOf(good)).toBeLessThan(handled.indexOf(bad))
  expect(errors).toHaveLength(1)
})

test('what became of an event is said again until the database has heard it', async () => {
  const subject = v7()
  await send(subject)
  const ending = new AbortController()
  const errors: unknown[] = []
  const handle = async () => {
    await db.sql`alter table pgboss.job rename to away`
    setTimeout(async () => db.sql`alter table pgboss.away rename to job`.execute(), 300)
  }
  const listening = listen('events', handle, {
    signal: ending.signal,
    onError: (error) => errors.push(error),
  })
  await vi.waitFor(() => expect(errors).toHaveLength(1), 5_000)
  await vi.waitFor(async () => expect((await stateOf(subject))?.state).toBe('completed'), 10_000)
  ending.abort()
  await listening
})
