import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, pause, signal } from '#db/embedded/process.server.ts'
import { type TestDatabase, testDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'
import { chance } from './chance.ts'
import { type Manners, startClients } from './clients.ts'
import { killWorkers } from './outage.ts'
import { prepareSenders, type Sender } from './senders.ts'
import { judge, listStored, momentNow, type Verdict } from './verdict.ts'

// More kills by hand: PROCESS_KILLS=20 CRASH_SEED=7.
const kills = Number(process.env.PROCESS_KILLS ?? 4)
const seed = Number(process.env.CRASH_SEED ?? 20_261_122)
const random = chance(seed)
const ordinary: Manners = { clients: 10, cut: 0.1, random }

let database: TestDatabase
let served: Served
let senders: Sender[]
let webKilled: Trial
let workerKilled: Trial
let withoutKeys: Trial
let unheard: number

type Trial = { verdict: Verdict; answers: Record<string, number>; unreceived: number; kills: number }

beforeAll(async () => {
  database = await testDatabase()
  served = await start()
  senders = await prepareSenders(database.db, 40)
  webKilled = await trial('web killed', ordinary, () => killWeb())
  workerKilled = await trial('worker killed', ordinary, async () => killWorkers(served.pid))
  unheard = await unheardAfterAWhile()
  withoutKeys = await trial('web killed, no keys', { ...ordinary, cut: 0.3, freshKeys: true }, () =>
    killWeb(),
  )
}, 600_000)

afterAll(async () => {
  await served?.stop()
  await database?.end()
})

test('a web process that is killed while people submit loses nothing it has acknowledged and doubles nothing', () => {
  const { acknowledged, ...wrong } = webKilled.verdict
  expect(wrong).toEqual({ lost: 0, duplicated: 0, partial: 0, unasked: 0 })
  expect([webKilled.kills, webKilled.unreceived]).toEqual([kills, 0])
  expect(acknowledged).toBeGreaterThan(kills * 5)
  expect(webKilled.answers['broken off']).toBeGreaterThan(0)
})

test('a worker that is killed while people submit is noticed by nobody who submits', () => {
  const { acknowledged, ...wrong } = workerKilled.verdict
  expect(wrong).toEqual({ lost: 0, duplicated: 0, partial: 0, unasked: 0 })
  expect([workerKilled.kills, workerKilled.unreceived]).toEqual([kills, 0])
  expect(acknowledged).toBeGreaterThan(kills * 5)
})

test('what a killed worker had begun is done by the next: every version is cut into passages, once', () => {
  expect(unheard).toBe(0)
})

test('the same trial without one key for all tries shows inputs received twice', () => {
  expect(withoutKeys.verdict.duplicated).toBeGreaterThan(0)
})

function start(port = '0') {
  return serve({ DATABASE_URL: database.url, PUBLIC_URL: undefined, DEMO: '1', WORKER: 'on', PORT: port })
}

/** Ends the web process as a crash does, and starts another at its address, as a supervisor would. */
async function killWeb() {
  signal(served.pid, 'SIGKILL')
  served = await start(new URL(served.origin).port)
}

async function trial(name: string, manners: Manners, kill: () => Promise<void>): Promise<Trial> {
  const since = await momentNow(database.sql)
  const clients = startClients(served.origin, senders, manners)
  const heard = () => clients.diary.answers.receipt ?? 0
  let done = 0
  for (; done < kills; done += 1) {
    const enough = heard() + 8
    if (!(await eventually(() => heard() >= enough, 60_000)))
      throw new Error(`${name}: nothing is acknowledged any more. ${served.output().slice(-3_000)}`)
    await pause(600 * random())
    await kill()
  }
  const diary = await clients.stop()
  const verdict = judge(diary.sendings, await listStored(database.sql, since))
  const { answers, sendings } = diary
  console.info(`${name}: ${JSON.stringify({ seed, kills: done, ...verdict, answers })}`)
  return { verdict, answers, kills: done, unreceived: sendings.filter(({ receipt }) => !receipt).length }
}

/** Versions with a text that nobody has cut into passages, or that are cut twice, when the worker has had its time. */
async function unheardAfterAWhile(): Promise<number> {
  const count = async () => {
    const [row] = await database.sql<{ n: number }[]>`
      select count(*)::int as n from answers a left join lateral (
        select count(*) as n, count(distinct (start_cp, end_cp)) as places from passages p where p.answer_id = a.id) cut on true
      where a.canonical_text <> '' and (cut.n = 0 or cut.n <> cut.places)`
    return row?.n ?? -1
  }
  // What a killed worker held comes back when its time for it is up: two minutes.
  for (const end = Date.now() + 180_000; Date.now() < end; await pause(500))
    if ((await count()) === 0) return 0
  return count()
}
