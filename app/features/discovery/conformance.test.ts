import { expect, test } from 'vitest'
import { guidelines } from './conformance.ts'

/** The success criteria of WCAG 2.2 at level A and AA, guideline by guideline, as the recommendation numbers them. */
const recommended = {
  ...{ '1.1': [1], '1.2': [1, 2, 3, 4, 5], '1.3': [1, 2, 3, 4, 5], '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13] },
  ...{
    '2.1': [1, 2, 4],
    '2.2': [1, 2],
    '2.3': [1],
    '2.4': [1, 2, 3, 4, 5, 6, 7, 11],
    '2.5': [1, 2, 3, 4, 7, 8],
  },
  ...{ '3.1': [1, 2], '3.2': [1, 2, 3, 4, 6], '3.3': [1, 2, 3, 4, 7, 8], '4.1': [2, 3] },
}

test('all 55 criteria of WCAG 2.2 at level A and AA are judged once, under their guideline', () => {
  expect(guidelines.flatMap(({ criteria }) => criteria)).toHaveLength(55)
  expect(Object.fromEntries(guidelines.map(({ number, criteria }) => [number, criteria]))).toEqual(
    Object.fromEntries(
      Object.entries(recommended).map(([number, own]) => [number, own.map((last) => `${number}.${last}`)]),
    ),
  )
  expect(new Set(guidelines.map(({ key }) => key)).size).toBe(guidelines.length)
})
