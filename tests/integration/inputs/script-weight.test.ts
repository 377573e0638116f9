import { expect, test } from 'vitest'
import { writingScriptKb } from '#tests/bench/autosave.ts'

test('what the writing page runs before anybody touches it is at most 200 kB', () => {
  const weight = writingScriptKb()
  // Measured on the build, as what is served; npm test makes one first.
  expect(weight).not.toBeNull()
  expect(weight).toBeGreaterThan(100)
  expect(weight).toBeLessThanOrEqual(200)
})
