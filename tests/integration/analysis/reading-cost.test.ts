import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureTagging, readingScriptKb } from '#tests/bench/tagging.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

test('from the key press to the saved tagging at most four statements are said', async () => {
  const { taggingQueries } = await measureTagging(t.db)
  expect(taggingQueries).toBeLessThanOrEqual(4)
})

test('what the reading page runs before anybody touches it is at most 150 kB', () => {
  const weight = readingScriptKb()
  // Measured on the build, as what is served; npm test makes one first.
  expect(weight).not.toBeNull()
  expect(weight).toBeGreaterThan(80)
  expect(weight).toBeLessThanOrEqual(150)
})
