import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFileForm, aPdf } from '#tests/factories/files.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'

let database: TestDatabase
let served: Served
let cookie: string
let place: string
const root = await mkdtemp(path.join(tmpdir(), 'innspill-served-files-'))
const megabyte = 1024 * 1024

beforeAll(async () => {
  database = await appDatabase()
  const { db } = database
  const round = await aRound(db)
  await aQuestionnaire(db, round)
  const organisation = await anOrganisation(db)
  const writer = await aMember(db, organisation, 'contributor')
  const draft = await aDraft(db, round, organisation)
  place = `/workspace/${organisation.slug}/inputs/${draft.id}/attachments`
  cookie = await cookieOf(db, writer.personId)
  served = await serve({ DATABASE_URL: database.url, WORKER: 'off', DEMO: '1', DATA_DIR: root })
}, 120_000)
afterAll(async () => {
  await served?.stop()
  await database?.end()
  await rm(root, { recursive: true, force: true })
})

const get = (at: string, headers: Record<string, string> = { cookie }) =>
  fetch(new URL(at, served.origin), { headers, redirect: 'manual' })

function post(bytes: Uint8Array, name = 'vedtak.pdf') {
  const { body, type } = aFileForm({ key: v7() }, { name, bytes })
  return fetch(served.origin + place, {
    ...{ method: 'POST', body: new Uint8Array(body), redirect: 'manual' },
    headers: { cookie, origin: served.origin, 'Content-Type': type },
  })
}

test('a file goes up without script and comes down byte for byte, from an address that asks for no cookie', async () => {
  const bytes = await aPdf(['Vedtak i kommunestyret'])
  const up = await post(bytes, 'Vedtak «skole» æøå.pdf')
  expect([up.status, up.headers.get('location')]).toEqual([302, `${place}?done=added`])
  const page = await (await get(place)).text()
  expect(page).toContain('Vedtak «skole» æøå.pdf')
  const [link = ''] = new RegExp(`${place}/[0-9a-f-]{36}`).exec(page) ?? []
  const address = (await get(link)).headers.get('location') ?? ''
  expect(address).toMatch(/^\/files\/[0-9a-f]{64}\?/)
  const down = await get(address, {})
  expect(Buffer.from(await down.arrayBuffer()).equals(bytes)).toBe(true)
  const header = (name: string) => down.headers.get(name)
  expect(header('content-disposition')).toBe(
    `attachment; filename*=UTF-8''Vedtak%20%C2%ABskole%C2%BB%20%C3%A6%C3%B8%C3%A5.pdf`,
  )
  expect(header('content-type')).toBe('application/pdf')
  expect(header('content-security-policy')).toContain('sandbox')
  expect(header('x-content-type-options')).toBe('nosniff')
  expect(header('cache-control')).toBe('no-store')
  expect(header('set-cookie')).toBeNull()
  const forged = address.replace(/sum=.{4}/, 'sum=AAAA')
  expect((await get(forged, {})).status).toBe(404)
  expect((await get(address.replace('?', '.data?'), {})).status).toBe(404)
})

test('a file that is somewhat too large is told so on the page, and nothing of it is left', async () => {
  const answer = await post(Buffer.concat([await aPdf(['Stor']), Buffer.alloc(25 * megabyte)]))
  expect(answer.status).toBe(413)
  const text = await answer.text()
  expect(text).toContain('Filen er for stor. Den kan være på høyst 20\u00a0MB.')
  expect(text).toContain('Legg til en fil')
  expect(await readdir(path.join(root, 'files', 'incoming'))).toEqual([])
})

test('many large files at once cost little memory and no crash', async () => {
  const ask = promisify(execFile)
  const rss = async () =>
    Number((await ask('ps', ['-o', 'rss=', '-p', String(served.pid)])).stdout.trim()) / 1024
  const before = await rss()
  const head = await aPdf(['Mye'])
  const sending = Promise.all(
    Array.from({ length: 6 }, () => post(Buffer.concat([head, randomBytes(19 * megabyte)]))),
  )
  let most = before
  let over = false
  const watching = (async () => {
    while (!over) {
      most = Math.max(most, await rss())
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const statuses = (await sending).map(({ status }) => status)
  over = true
  await watching
  expect(statuses).toEqual([302, 302, 302, 302, 302, 302])
  expect(most - before).toBeLessThan(80)
}, 60_000)
