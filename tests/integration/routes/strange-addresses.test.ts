import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'
import { matrix } from './matrix.ts'
import { aWorld, signInAll, type World } from './world.ts'

let database: TestDatabase
let served: Served
let world: World
let cookies: Map<string, string>
const entries = await (await import('#app/routes.ts')).default

beforeAll(async () => {
  database = await appDatabase()
  world = await aWorld(database)
  cookies = await signInAll(database, world)
  served = await serve({ DATABASE_URL: database.url, WORKER: 'off', DEMO: '1' })
}, 120_000)
afterAll(async () => {
  await served?.stop()
  await database?.end()
})

/** What no name, number or id is: a null byte, a lone surrogate, a smile, very much of it, a way out of the folder. */
const strange = ['%00', '%ED%A0%80', '%F0%9F%98%80', 'x'.repeat(3_000), '..%2F..%2Fetc', '-1', "'%3B--", '%']

const asked = [
  'page',
  'version',
  'question',
  'county',
  'kind',
  'order',
  'state',
  'edit',
  'after',
  'since',
  'input',
].concat(['q', 'status', 'theme', 'passage', 'round', 'strategy', 'notice', 'show', 'done', 'from'])

// The same files once more, in two of the other languages.
const again = /^(nn|sv)\//

test('an address nobody wrote is told that nothing is there, and never breaks anything', async () => {
  const paths = addresses(entries).filter((path) => path.includes(':') && !again.test(path))
  expect(paths.length).toBeGreaterThan(50)
  const broken: string[] = []
  for (const path of paths)
    for (const part of strange) {
      const address = `/${path.replace(/:[a-z]+\??/g, part)}`
      const { status } = await get(address)
      if (status >= 500) broken.push(`${status} ${address.slice(0, 100)}`)
    }
  expect(broken).toEqual([])
}, 240_000)

test('what nobody meant to ask for in an address is no more than a page, in every place', async () => {
  const broken: string[] = []
  for (const [id, row] of Object.entries(matrix).filter(([id, row]) => row.read && !again.test(id))) {
    const [path] = row.at(world).split('?')
    for (const value of ['%00', '%ED%A0%80', '-7', '99999999999999999999', 'x'.repeat(2_000), '%27%3B--']) {
      const query = asked.map((name) => `${name}=${value}`).join('&')
      const { status } = await get(`${path}?${query}`)
      if (status >= 500) broken.push(`${status} ${id} ${value.slice(0, 20)}`)
    }
  }
  expect(broken).toEqual([])
}, 240_000)

async function get(address: string) {
  const role = address.startsWith('/admin')
    ? 'administrator'
    : address.startsWith('/workspace')
      ? 'submitter'
      : 'lead'
  const response = await fetch(served.origin + address, {
    headers: { cookie: cookies.get(role) ?? '' },
    redirect: 'manual',
  })
  await response.text()
  return response
}

/** The address of every route, with its parameters as they are named. */
function addresses(all: RouteConfigEntry[], above = ''): string[] {
  return all.flatMap(({ path = '', children = [] }) => {
    const here = [above, path].filter(Boolean).join('/')
    return [...(path ? [here] : []), ...addresses(children, here)]
  })
}
