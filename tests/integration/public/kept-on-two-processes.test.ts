import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoProcesses } from '#tests/bench/mixed-pages.ts'
import { mixedReaders } from '#tests/bench/mixed-readers.ts'
import { appDatabase } from '#tests/setup/app-database.ts'

const t = await appDatabase()
let house: Awaited<ReturnType<typeof twoProcesses>>

beforeAll(async () => {
  house = await twoProcesses(t, t.url)
}, 120_000)
afterAll(async () => {
  await house?.stop()
  await t.end()
})

test('nobody is given what is another’s, and no page is older than a second, on two processes while all changes', async () => {
  const seen = await mixedReaders({ ...house.mixed, requests: 500, enough: ({ changes }) => changes > 5 })
  expect(seen).toMatchObject({ crossings: 0, old: 0, failed: 0 })
  expect(seen.fromMemory).toBeGreaterThan(0)
  expect(seen.changes).toBeGreaterThan(5)
}, 120_000)

test('where changes are not noted, the same readers see that pages are old', async () => {
  await t.sql`alter table rounds disable trigger rounds_changed_noted`
  const seen = await mixedReaders({ ...house.mixed, requests: 300, enough: ({ old }) => old > 0 })
  expect(seen.old).toBeGreaterThan(0)
  expect(seen.crossings).toBe(0)
}, 120_000)
