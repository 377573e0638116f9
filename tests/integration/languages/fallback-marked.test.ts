import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptPages } from '#tests/factories/kept-pages.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'
import { OPENED, onlyInBokmaal, wronglyMarked } from './marked-content.ts'

let database: TestDatabase
let served: Served
let addresses: string[]

beforeAll(async () => {
  database = await appDatabase()
  const pages = Object.values(await keptPages(database.db)).flat()
  addresses = pages.map(({ at }) => at).filter((at) => !/\.\w+$/.test(at))
  const round = addresses.find((at) => /\/rounds\/[^/]+$/.test(at))
  const input = addresses
    .find((at) => /\/inputs\/[^/]+$/.test(at))
    ?.split('/')
    .at(-1)
  addresses.push(`${round}/answer`, `/takedown?input=${input}`, '/search?q=skole', '/check', '/open-data')
  await onlyInBokmaal(database)
  served = await serve({ DATABASE_URL: database.url, WORKER: 'off', DEMO: '1' })
}, 120_000)
afterAll(async () => {
  await served?.stop()
  await database?.end()
})

test('what is only in bokmål is marked as that on every page in Swedish, and nothing else is', async () => {
  const wrong: string[] = []
  let ours = 0
  for (const address of addresses) {
    const response = await fetch(`${served.origin}/sv${address.replace(/^\/$/, '')}`)
    const html = await response.text()
    if (response.status !== 200) wrong.push(`${address}: ${response.status}`)
    ours += html.split(OPENED).length - 1
    wrong.push(...wronglyMarked(html, 'sv').map((told) => `${address}: ${told}`))
  }
  expect(ours).toBeGreaterThan(100)
  expect(wrong).toEqual([])
}, 60_000)
