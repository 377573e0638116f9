import { afterAll, beforeAll, expect, test } from 'vitest'
import { pause } from '#db/embedded/process.server.ts'
import { type TestDatabase, testDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'
import { type Course, closeCounting, closeHolding, race, stored } from './race.ts'
import { prepareManySenders } from './senders.ts'

// All ten thousand by hand: RACE_SUBMISSIONS=10000. Two web processes and one database, as before any deadline.
const submissions = Number(process.env.RACE_SUBMISSIONS ?? 500)
const clients = 60

let database: TestDatabase
let webs: Served[]
let atDeadline: Awaited<ReturnType<typeof runAtDeadline>>
let held: Awaited<ReturnType<typeof runAtClosing>>
let unheld: Awaited<ReturnType<typeof runAtClosing>>

beforeAll(async () => {
  database = await testDatabase()
  const env = { DATABASE_URL: database.url, WORKER: 'off', DEMO: '0' }
  webs = await Promise.all([serve(env), serve(env)])
  atDeadline = await runAtDeadline()
  held = await runAtClosing(closeHolding)
  unheld = await runAtClosing(closeCounting)
}, 900_000)

afterAll(async () => {
  await Promise.all((webs ?? []).map((web) => web.stop()))
  await database?.end()
})

test('everyone who sends around the deadline is told that it was received or that it was not', () => {
  const { course } = atDeadline
  expect(course.other).toEqual([])
  expect(course.received + course.refused).toBe(submissions)
  expect([course.received > 0, course.refused > 0]).toEqual([true, true])
})

test('what was received is what is counted at the deadline, and nothing is received after it', () => {
  const { course, counted, versions, inputs, latest, deadline } = atDeadline
  expect([counted, versions, inputs]).toEqual([course.received, course.received, course.received])
  expect(latest).toBeLessThanOrEqual(deadline)
})

test('nothing is acknowledged after the count when somebody closes a round that is being sent to', () => {
  const { course, counted, versions } = held
  expect(course.other).toEqual([])
  expect([counted, versions]).toEqual([course.received, course.received])
  expect([course.received > 0, course.refused > 0]).toEqual([true, true])
})

test('closing without holding the round first shows inputs that came after the count', () => {
  const { course, counted, versions } = unheld
  expect(versions).toBe(course.received)
  expect(versions).toBeGreaterThan(counted)
})

/**
 * The deadline is set while the race is on, so little ahead that many are left when it comes: the first quarter takes the
 * longest, for then nothing is warm.
 */
async function runAtDeadline() {
  const { sql, db } = database
  const { round, senders } = await prepareManySenders(db, sql, submissions)
  const course: Course = { received: 0, refused: 0, other: [] }
  const begun = Date.now()
  const finished = race(origins(), senders, clients, course)
  await until(() => course.received >= submissions / 4)
  const ahead = (Date.now() - begun) / 4
  const [set] = await sql<{ deadline: number }[]>`
    update rounds set deadline_at = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ${ahead / 1000})
    where id = ${round.id} returning (extract(epoch from deadline_at) * 1000)::float8 as deadline`
  const deadline = set?.deadline ?? Number.NaN
  await until(async () => {
    const [clock] = await sql<
      { now: number }[]
    >`select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`
    return (clock?.now ?? 0) > deadline
  })
  const counted = await closeHolding(sql, round.id)
  await finished
  return tell('deadline', { course, counted, deadline, ...(await stored(sql, round.id)) })
}

/** Somebody closes the round in the middle of it, long before its deadline. */
async function runAtClosing(close: typeof closeHolding) {
  const { sql, db } = database
  const many = Math.max(300, submissions / 10)
  const { round, senders } = await prepareManySenders(db, sql, many)
  const course: Course = { received: 0, refused: 0, other: [] }
  const finished = race(origins(), senders, clients, course)
  await until(() => course.received >= many / 2)
  const counted = await close(sql, round.id)
  await finished
  return tell(close.name, { course, counted, ...(await stored(sql, round.id)) })
}

const origins = () => webs.map(({ origin }) => origin)

function tell<T extends { course: Course; counted: number; versions: number }>(name: string, outcome: T): T {
  const { course, counted, versions } = outcome
  const { received, refused, other } = course
  console.info(`${name}: ${JSON.stringify({ received, refused, other: other.length, counted, versions })}`)
  return outcome
}

async function until(condition: () => boolean | Promise<boolean>) {
  for (const end = Date.now() + 600_000; Date.now() < end; await pause(2)) if (await condition()) return
  throw new Error(`It never came so far. ${webs.map((web) => web.output().slice(-1_500)).join('\n')}`)
}
