import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rounds } from '#db/schema/index.ts'
import { type Answered, asking } from '#tests/bench/readers.ts'
import { keptPages } from '#tests/factories/kept-pages.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { type Served, serve } from '#tests/setup/served.ts'

const t = await appDatabase()
const { ask, end } = asking()
let [keeping, drawing]: Served[] = []
let pages: string[] = []

beforeAll(async () => {
  pages = Object.values(await keptPages(t.db)).flatMap((asked) => asked.map(({ at }) => at))
  const env = { DATABASE_URL: t.url, WORKER: 'off', DEMO: '1' }
  const started = await Promise.all([serve(env), serve({ ...env, PAGE_CACHE_MB: '0' })])
  ;[keeping, drawing] = started
}, 120_000)
afterAll(async () => {
  end()
  await Promise.all([keeping?.stop(), drawing?.stop()])
  await t.end()
})

// Under one name, so that what pages say of where they are is the same.
const host = 'innspill.test'
const kept = (at: string, headers = {}, method = 'GET') =>
  ask(`${keeping?.origin}${at}`, { host, ...headers }, method)
const drawn = (at: string, headers = {}) => ask(`${drawing?.origin}${at}`, { host, ...headers })
const way = ({ headers }: Answered) => String(headers['cache-status'] ?? 'none')

/** Asks until it comes from memory: while all are starting, nothing may be known of changes for a moment. */
async function fromMemory(at: string): Promise<Answered> {
  for (let tries = 0; tries < 40; tries++) {
    const answer = await kept(at)
    if (way(answer) === 'innspill; hit') return answer
    await pause(50)
  }
  throw new Error(`${at} is not kept`)
}

// What tells of the connection and of the way here, and what the page is called as it is kept.
const ofTheWay =
  /^(date|connection|keep-alive|transfer-encoding|content-length|etag|cache-status|surrogate-key)$/

const said = ({ headers }: Answered) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheWay.test(name)))

test('every page comes from memory with the same bytes and headers as when it is drawn', async () => {
  for (const at of [...pages, '/nn', '/en']) {
    const [page, anew] = [await fromMemory(at), await drawn(at)]
    expect(page.body.equals(anew.body), at).toBe(true)
    expect(said(page), at).toEqual({ ...said(anew), vary: 'Accept-Encoding' })
    expect(page.headers['surrogate-key'], at).toMatch(/^site( [0-9a-f-]+:\w+| all:\w+)+$/)
    expect(page.body.includes('<script'), at).toBe(false)
  }
}, 60_000)

test('an address written in another way leads on to the one its page is kept under, in its language', async () => {
  const read = pages.filter((at) => at !== '/' && !/^\/api\/|\.[a-z]+$/.test(at))
  for (const at of [...read.slice(0, 6), '/nn', '/sv/search?q=skole']) {
    const [path = '', query] = at.split('?')
    const search = query ? `?${query}` : ''
    const otherwise = path.replace(/^\/(nn|sv|search|strategies)/, (first) => first.toUpperCase())
    for (const written of [`${path}/`, otherwise]) {
      if (written === path) continue
      const answer = await kept(written + search)
      expect([written, answer.status, answer.headers.location]).toEqual([written, 301, at])
    }
  }
})

test('who has the page is told so, in whatever form they have it', async () => {
  const at = pages[0] ?? '/'
  await fromMemory(at)
  for (const accepted of ['br', 'gzip', 'identity']) {
    const headers = { 'accept-encoding': accepted }
    const { headers: first } = await kept(at, headers)
    const again = await kept(at, { ...headers, 'if-none-match': String(first.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect((await kept(at, { ...headers, 'if-none-match': '"x' })).status).toBe(200)
    expect((await kept(at, { ...headers, range: 'bytes=0-1' })).status).toBe(200)
    expect((await kept(at, headers, 'HEAD')).headers.etag).toBe(first.etag)
  }
})

test('forms, searches, signed-in pages, data and readers with a cookie never come from memory', async () => {
  for (const at of [
    '/search?q=skole',
    '/check',
    '/takedown',
    '/sign-in',
    '/health',
    '/robots.txt',
    '/_root.data',
  ])
    expect(way(await kept(at)), at).toBe('none')
  for (const headers of [{ cookie: 'session=x' }, { authorization: 'Basic eDp5' }])
    expect(way(await kept('/', headers))).toBe('none')
  expect(way(await kept('/', {}, 'POST'))).toBe('none')
})

test('strange addresses are answered as they always were, and nothing of them is kept', async () => {
  const strange = [
    '//',
    '//evil.test/',
    '/%2F',
    '/strategies/%2e%2e',
    '/strategies/a%00',
    `/?${'a'.repeat(5_000)}`,
    '/NN',
  ]
  for (const at of strange)
    for (let turn = 0; turn < 2; turn++) {
      const answer = await kept(at)
      expect(answer.status, at).toBeLessThan(500)
      expect(way(answer), at).toBe('none')
    }
  expect((await kept(`/?${'a'.repeat(100_000)}`)).status).toBe(431)
  for (let turn = 0; turn < 2; turn++) {
    const nowhere = await kept('/strategies/finst-ikkje')
    expect([nowhere.status, way(nowhere)]).toEqual([404, 'innspill; fwd=miss'])
  }
})

test('a page is the new one a second after what it shows was changed, and ends at the moment it would be another', async () => {
  const [round] = await t.db.select().from(rounds).where(eq(rounds.slug, 'runde-2')).limit(1)
  if (!round) throw new Error('The demo has no second round')
  const title = async () => (await kept('/')).body.toString()
  await fromMemory('/')
  await t.db
    .update(rounds)
    .set({ title: { nb: 'Merket runde' } })
    .where(eq(rounds.id, round.id))
  await pause(1_000)
  expect(await title()).toContain('Merket runde')
  // Closed by its own time: nothing is changed when it comes.
  const deadlineAt = new Date(Date.now() + 4_000)
  await t.db.update(rounds).set({ deadlineAt, acceptsLateUntil: null }).where(eq(rounds.id, round.id))
  await pause(1_000)
  expect((await fromMemory('/')).body.toString()).toContain('Merket runde')
  await pause(deadlineAt.getTime() - Date.now() + 10)
  expect(await title()).not.toContain('Merket runde')
})

test('when the connection that tells of changes is cut off, pages are there all the same and soon kept again', async () => {
  await fromMemory('/accessibility')
  const cut = await t.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'innspill-changes' and datname = current_database()`
  expect(cut.length).toBeGreaterThan(0)
  await pause(1_000)
  expect((await kept('/accessibility')).status).toBe(200)
  await fromMemory('/accessibility')
})

test('thousands of changes a second take neither memory nor time from those who read', async () => {
  const storm = (async () => {
    for (let turn = 0; turn < 20; turn++)
      await t.sql`insert into noted_changes (strategy_id, what)
        select gen_random_uuid(), 'rounds' from generate_series(1, 2000)`
  })()
  for (let turn = 0; turn < 20; turn++) expect((await kept('/accessibility')).status).toBe(200)
  await storm
  await fromMemory('/accessibility')
})
