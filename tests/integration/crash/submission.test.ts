import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connection, connect } from '#db/client.server.ts'
import { eventually, isAlive, pause } from '#db/embedded/process.server.ts'
import { type Embedded, startEmbedded } from '#db/embedded.server.ts'
import { type Served, serve } from '#tests/setup/served.ts'
import { cleanUp, removeLater, temporaryDirectory } from '../db/holder.ts'
import { chance } from './chance.ts'
import { type Diary, type Manners, startClients } from './clients.ts'
import { healthyAfter, killDatabase, killWorkers, outageLimit } from './outage.ts'
import { prepareSenders, type Sender } from './senders.ts'
import { judge, listStored, momentNow, type Stored, type Verdict } from './verdict.ts'

// More kills by hand: CRASH_KILLS=50 CRASH_SEED=7. The seed repeats the choices, not the machine's timing.
const kills = Number(process.env.CRASH_KILLS ?? 8)
const seed = Number(process.env.CRASH_SEED ?? 20_261_122)
const random = chance(seed)
const between = 8
const ordinary: Manners = { clients: 10, cut: 0.1, random }

type Outage = { healthyMs: number; acknowledgedMs: number | undefined }
type Trial = { diary: Diary; verdict: Verdict; stored: Stored[]; outages: Outage[]; limitMs: number }

/** What happens while the clients submit: the database is killed; so many more inputs are acknowledged. */
type During = { crash(): Promise<void>; acknowledgements(more: number): Promise<void> }

const dataDir = temporaryDirectory()
// In demo mode letters have somewhere to go.
const own = { DATA_DIR: dataDir, DATABASE_URL: undefined, PUBLIC_URL: undefined, DEMO: '1' }
let database: Embedded
let senders: Sender[]
let served: Served
let killed: Trial
let survived: { web: boolean; starts: number; worker: number }
let workerBack: boolean
let openReceipts: { asked: number; shown: number }
let withoutKeys: Trial
let beforeWritten: Trial

beforeAll(async () => {
  served = await serve({ ...own, WORKER: 'on' })
  database = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') })
  removeLater(database.home)
  senders = await asked(({ db }) => prepareSenders(db, 40))
  await eventually(() => started('The worker is ready') === 1, 30_000)

  killed = await trial('killed', served, ordinary, async ({ crash, acknowledgements }) => {
    for (let kill = 0; kill < kills; kill += 1) {
      await acknowledgements(between)
      await pause(800 * random())
      await crash()
    }
  })
  openReceipts = await readReceipts(killed)
  survived = { web: isAlive(served.pid), starts: started('ready on'), worker: started('The worker is ready') }
  killWorkers(served.pid)
  const since = await asked(({ sql }) => momentNow(sql))
  const forgetful = { ...ordinary, cut: 0.3, freshKeys: true }
  withoutKeys = await trial('without keys', served, forgetful, ({ acknowledgements }) => acknowledgements(30))
  workerBack = await worksSince(since)
  await served.stop()

  // Commits are answered before they are written, and nobody writes for ten seconds.
  const hasty = [
    'synchronous_commit=off',
    'wal_writer_delay=10s',
    'wal_writer_flush_after=1GB',
    'autovacuum=off',
  ]
  database = await startEmbedded({
    dataDir: path.join(dataDir, 'postgres'),
    flags: hasty.flatMap((setting) => ['-c', setting]),
  })
  served = await serve({ ...own, DATABASE_URL: database.url, WORKER: 'off' })
  beforeWritten = await trial('unwritten', served, ordinary, async ({ crash, acknowledgements }) => {
    await acknowledgements(30)
    await crash()
  })
}, 240_000)

afterAll(async () => {
  await served?.stop()
  await database?.stop()
  await cleanUp()
})

test('a database that is killed takes neither the web process nor the worker with it', () => {
  expect(killed.outages).toHaveLength(kills)
  expect(survived).toEqual({ web: true, starts: 1, worker: 1 })
})

test('a worker that is killed is started again and does what is queued', () => {
  expect(workerBack).toBe(true)
})

test('the site serves and acknowledges again within five seconds of every kill', () => {
  for (const { healthyMs, acknowledgedMs } of killed.outages) {
    expect(healthyMs).toBeLessThan(killed.limitMs)
    expect(acknowledgedMs).toBeLessThan(killed.limitMs)
  }
})

test('nothing that was acknowledged is lost, and nothing is received twice or in part', () => {
  const { acknowledged, ...wrong } = killed.verdict
  expect(wrong).toEqual({ lost: 0, duplicated: 0, partial: 0, unasked: 0 })
  expect(acknowledged).toBeGreaterThanOrEqual(kills * between)
})

test('whoever tries again under the same key gets the receipt, and every error is a sentence', () => {
  expect(killed.diary.sendings.filter(({ receipt }) => !receipt)).toEqual([])
  expect(killed.diary.silent).toEqual([])
  expect(killed.diary.answers).not.toHaveProperty('no answer')
  expect(killed.diary.answers.cut).toBeGreaterThan(0)
})

test('the receipt of what was acknowledged opens afterwards and shows its number', () => {
  expect(openReceipts.asked).toBeGreaterThan(20)
  expect(openReceipts.shown).toBe(openReceipts.asked)
})

test('without one key for all tries the same trial shows inputs received twice', () => {
  expect(withoutKeys.verdict.duplicated).toBeGreaterThan(0)
  expect(withoutKeys.verdict).toMatchObject({ lost: 0, partial: 0 })
})

test('with a database that answers before it has written the same trial shows acknowledged inputs lost', () => {
  expect(beforeWritten.verdict.lost).toBeGreaterThan(0)
  expect(beforeWritten.verdict).toMatchObject({ duplicated: 0, partial: 0 })
})

test('a version without its answers, its event and its job is seen as received in part', async () => {
  const own = { number: 1_000_000, idempotency_key: 'half', receipt_number: 'half' }
  const stored = await asked(async ({ sql }) => {
    const since = await momentNow(sql)
    await sql`
      insert into input_versions
      select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'submitted_at', clock_timestamp())
        || ${JSON.stringify(own)}::text::jsonb)).* from input_versions v limit 1`
    return listStored(sql, since)
  })
  const inputId = stored[0]?.inputId ?? ''
  const sending = { inputId, keys: ['half'], receipt: 'shown' }
  expect(judge([sending], stored)).toMatchObject({ acknowledged: 1, lost: 0, duplicated: 0, partial: 1 })
})

/** Lets the clients submit while `course` runs, and judges what is stored when they are done. */
async function trial(
  name: string,
  { origin }: Served,
  manners: Manners,
  course: (during: During) => Promise<unknown>,
): Promise<Trial> {
  const since = await asked(({ sql }) => momentNow(sql))
  const clients = startClients(origin, senders, manners)
  const moments: { at: number; healthyMs: number }[] = []
  await course({
    async crash() {
      const at = killDatabase(database.home)
      moments.push({ at, healthyMs: await healthyAfter(origin, at) })
    },
    async acknowledgements(more) {
      const heard = () => clients.diary.answers.receipt ?? 0
      const enough = heard() + more
      if (!(await eventually(() => heard() >= enough, 20_000)))
        throw new Error(`${name}: nothing is acknowledged any more. ${served.output().slice(-3_000)}`)
    },
  })
  const diary = await clients.stop()
  const stored = await asked(({ sql }) => listStored(sql, since))
  const verdict = judge(diary.sendings, stored)
  const outages = moments.map(({ at, healthyMs }) => ({
    healthyMs,
    acknowledgedMs: diary.acknowledgedAfter(at),
  }))
  const { answers, slowestMs } = diary
  const limitMs = Math.round(outageLimit())
  const slowest = {
    health: Math.max(0, ...outages.map(({ healthyMs }) => healthyMs)),
    acknowledgement: Math.max(
      0,
      ...outages.map(({ acknowledgedMs }) => acknowledgedMs ?? Number.POSITIVE_INFINITY),
    ),
    answer: slowestMs,
    limit: limitMs,
  }
  console.info(
    `${name}: ${JSON.stringify({ seed, kills: moments.length, ...verdict, slowestMs: slowest, answers })}`,
  )
  return { diary, verdict, stored, outages, limitMs }
}

/** Opens the receipt of every sender, by the address it was given. */
async function readReceipts({ diary, stored }: Trial) {
  const latest = new Map<string, string>()
  for (const { inputId, receiptNumber } of stored)
    if (receiptNumber > (latest.get(inputId) ?? '')) latest.set(inputId, receiptNumber)
  const addresses = new Map(diary.sendings.map(({ inputId, receipt }) => [inputId, receipt]))
  const pages = [...latest].map(async ([inputId, number]) => {
    const { cookie = '' } = senders.find((sender) => sender.inputId === inputId) ?? {}
    const page = await fetch(new URL(addresses.get(inputId) ?? '/', served.origin), { headers: { cookie } })
    return page.ok && (await page.text()).includes(number)
  })
  const shown = await Promise.all(pages)
  return { asked: shown.length, shown: shown.filter(Boolean).length }
}

const started = (line: string) => served.output().split(line).length - 1

/** Whether a worker has cut what was received since then into passages, or does so soon. */
function worksSince(since: string) {
  return asked(async ({ sql }) => {
    for (const end = Date.now() + 30_000; Date.now() < end; await pause(200)) {
      const [done] = await sql`select 1 from passages p join input_versions v on v.id = p.version_id
        where v.submitted_at > ${since}::timestamptz limit 1`
      if (done) return true
    }
    return false
  })
}

/** Over connections of the test's own, opened when the database is up. */
async function asked<T>(question: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = connect(database.url, { max: 4 })
  try {
    return await question(connection)
  } finally {
    await connection.end()
  }
}
