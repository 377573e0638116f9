import { randomBytes } from 'node:crypto'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'
import { matrix, outsiders, type Row } from './matrix.ts'
import { personalRows } from './personal-rows.ts'
import { aWorld, type Role, roles, secrets, signInAll, type World } from './world.ts'

let database: TestDatabase
let served: Served
let world: World
let cookies: Map<string, string>
const routes = flatten(await (await import('#app/routes.ts')).default)

beforeAll(async () => {
  database = await appDatabase()
  world = await aWorld(database)
  served = await serve({ DATABASE_URL: database.url, WORKER: 'off', DEMO: '1' })
}, 120_000)
// Anew each time: signing out is among the things that are tried.
beforeEach(async () => {
  cookies = await signInAll(database, world)
})
afterAll(async () => {
  await served?.stop()
  await database?.end()
})

test('every route has a row, and every row a route', () => {
  expect(Object.keys(matrix).sort()).toEqual(routes.map(({ id }) => id).sort())
})

// Where everyone may read, one stranger, one sender and one of the staff stand for all in the many forms a request can have;
// so they do in the other languages, whose pages are the same files.
const few: readonly Role[] = ['stranger', 'contributor', 'lead']
const askersOf = (id: string): readonly Role[] => (/^(nn|en|sv)\//.test(id) ? few : roles)

for (const { id, branch } of routes) {
  const [row, personal] = [matrix[id], personalRows[id]]
  if (row) asks(id, row, branch)
  if (personal) asks(`${id}, for oneself`, personal, branch)
}

function asks(id: string, row: Row, branch: string[]) {
  const askers = askersOf(id)
  const get = askedOnce()
  if (row.read)
    test(`${id}: only those who may read get it, in every form a request can have`, () =>
      reads(row, branch, row.read === 'everyone' ? few : askers, get))
  if (row.read === 'everyone') test(`${id}: everyone is sent the same bytes`, () => sameForAll(row, askers))
  if (row.missing)
    test(`${id}: a stranger to it cannot tell it from one that does not exist`, () => secretive(row, get))
  if (row.write) test(`${id}: only those who may write are heard`, () => writes(row, askers))
  test(`${id}: nothing is changed on behalf of another site`, () => foreign(row))
}

test('those who were refused have changed nothing', async () => {
  const before = await fingerprint()
  const rows = routes.flatMap(({ id }) => [matrix[id], personalRows[id]])
  for (const row of rows) {
    if (!row?.write || row.write === 'everyone') continue
    for (const role of roles.filter((role) => !may(row.write, role))) await post(row.at(world), role)
  }
  expect(await fingerprint()).toBe(before)
}, 120_000)

const together = (askers: readonly Role[], ask: (role: Role) => Promise<void>) => Promise.all(askers.map(ask))

async function reads(row: Row, branch: string[], askers: readonly Role[], get: Get) {
  await together(askers, async (role) => {
    for (const [form, url] of forms(row.at(world), branch)) {
      const { status, body, location } = await get(url, role)
      const told = `${role}, ${form}: ${status}`
      if (may(row.read, role)) expect([200, 202, 302, 404, 410], told).toContain(status)
      else {
        expect(leaks(body), told).toEqual([])
        if (form === 'page') expect(answerOf(status, location), told).toBe(refusal(row, role, row.at(world)))
      }
    }
  })
}

// Asked for anew: a page says more once the file it links to is made.
async function sameForAll(row: Row, askers: readonly Role[]) {
  const [first, ...others] = await Promise.all(
    askers.map(async (role) => {
      const body = plain((await fetched(row.at(world), role)).body)
      return row.counts ? body.replace(/\d+/g, '#') : body
    }),
  )
  for (const other of others) expect(other).toBe(first)
}

async function secretive(row: Row, get: Get) {
  const { missing } = row
  if (!missing) return
  const strangers = roles.filter((role) => !may(row.read, role) && !row.knows?.includes(role))
  await together(strangers, async (role) => {
    for (const suffix of ['', '.data']) {
      const real = await get(row.at(world) + suffix, role)
      const none = await get(missing(world) + suffix, role)
      expect([real.status, plain(real.body)], `${role}${suffix}`).toEqual([none.status, plain(none.body)])
    }
  })
}

async function writes(row: Row, askers: readonly Role[]) {
  for (const role of askers) {
    const { status, location } = await post(row.at(world), role)
    const told = `${role}: ${status} ${location}`
    if (may(row.write, role)) expect([200, 204, 302, 400, 404, 410, 422, 429], told).toContain(status)
    else expect(answerOf(status, location), told).toBe(refusal(row, role, row.at(world)))
  }
}

async function foreign(row: Row) {
  for (const origin of ['https://evil.example', 'null', null]) {
    const { status } = await post(row.at(world), 'lead', origin)
    // Where nobody is heard at all, as what programs read, that is said before it is asked who they are.
    expect(row.write ? [403] : [403, 405], String(origin)).toContain(status)
  }
}

const may = (who: Row['read'], role: Role) => who === 'everyone' || (who ?? []).includes(role)

function refusal(row: Row, role: Role, at: string) {
  if (role === 'stranger') return 'sign-in'
  if (at.startsWith('/workbench') && outsiders.includes(role)) return 403
  return row.knows?.includes(role) ? 403 : (row.refused ?? 404)
}

const answerOf = (status: number, location: string) =>
  status === 302 && location.startsWith('/sign-in') ? 'sign-in' : status
const leaks = (body: string) => Object.values(secrets).filter((secret) => body.includes(secret))

// Page, its data, and the data of each single route on the way to it: Remix answers all of them.
function forms(at: string, branch: string[]): [string, string][] {
  const [path, query] = at.split('?')
  const dataUrl = `${path === '/' ? '/_root' : path}.data`
  const asked = branch.map((id): [string, string] => [
    `_routes=${id}`,
    `${dataUrl}?${query ? `${query}&` : ''}_routes=${encodeURIComponent(id)}`,
  ])
  return [['page', at], ['.data', `${dataUrl}${query ? `?${query}` : ''}`], ...asked]
}

type Answer = { status: number; location: string; body: string }
type Get = (url: string, role: Role) => Promise<Answer>

/** Nothing is changed while a row is read, so what several of its tests ask for is asked for once. */
function askedOnce(): Get {
  const answers = new Map<string, Promise<Answer>>()
  return (url, role) => {
    const key = `${role} ${url}`
    const answer = answers.get(key) ?? fetched(url, role)
    answers.set(key, answer)
    return answer
  }
}

async function fetched(url: string, role: Role): Promise<Answer> {
  const response = await fetch(served.origin + url, { headers: cookie(role), redirect: 'manual' })
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    body: await response.text(),
  }
}

async function post(url: string, role: Role, origin: string | null = served.origin) {
  const body = new URLSearchParams({ key: v7(), email: `${randomBytes(4).toString('hex')}@example.test` })
  const headers = { ...cookie(role), ...(origin ? { origin } : {}) }
  const at = url.split('?')[0]
  const response = await fetch(served.origin + at, { method: 'POST', headers, body, redirect: 'manual' })
  await response.text()
  return { status: response.status, location: response.headers.get('location') ?? '' }
}

function cookie(role: Role): Record<string, string> {
  const value = cookies.get(role)
  return value ? { cookie: value } : {}
}

// What may differ between two answers that say the same: nonces, error codes, form keys and the ids asked for.
const plain = (body: string) =>
  body
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/nonce="[^"]*"/g, 'nonce')
    .replaceAll(/(Kode|Code)[^<]*/g, 'code')

// All rows of everything a refused write could touch.
async function fingerprint() {
  const tables = [
    'draft_answers',
    'inputs',
    'input_versions',
    'answers',
    'input_publications',
    'taggings',
    'themes',
  ]
  const all = [
    ...tables,
    'findings',
    'citations',
    'responses',
    'changes',
    'carried_forward',
    'strategies',
    'rounds',
    'memberships',
    'strategy_staff',
    'audit_events',
    'phases',
    'strategy_members',
    'strategy_links',
    'register_revisions',
    'documents',
    'document_versions',
    'paragraphs',
    'paragraph_notes',
    'document_imports',
    'version_alignments',
    'alignment_links',
    'measures',
    'measure_statuses',
    'expected_documents',
    'meetings',
    'public_answers',
    'input_masks',
    'input_withholdings',
    'takedown_requests',
    'organisations',
    'membership_invitations',
    'membership_requests',
    'people',
    'sign_in_links',
    'attachments',
  ]
  const counts = await Promise.all(
    all.map((table) =>
      database.sql.unsafe(`select count(*), md5(string_agg(t::text, '|' order by t::text)) from ${table} t`),
    ),
  )
  return JSON.stringify(counts)
}

function flatten(entries: RouteConfigEntry[], above: string[] = []): { id: string; branch: string[] }[] {
  return entries.flatMap((entry) => {
    const id = entry.id ?? entry.file.replace(/\.tsx?$/, '')
    const branch = [...above, id]
    return [{ id, branch }, ...flatten(entry.children ?? [], branch)]
  })
}
