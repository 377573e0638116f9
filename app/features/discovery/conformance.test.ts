import { expect, test } from 'vitest'
import { guidelines } from './conformance.ts'

test('all 55 criteria of WCAG 2.2 at level A and AA are judged once, under their guideline', () => {
  const criteria = guidelines.flatMap(({ criteria }) => criteria)
  expect(criteria.length).toBe(55)
  expect(new Set(criteria).size).toBe(55)
  for (const { number, criteria } of guidelines)
    for (const criterion of criteria) expect(criterion.startsWith(`${number}.`), criterion).toBe(true)
})
