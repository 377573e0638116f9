import { expect, test } from 'vitest'
import { expectedTitles, tieRefusal } from './expected-documents.ts'

test('a list names one sub-plan a line, in one written form or in several languages side by side', () => {
  expect(expectedTitles({ nb: ' Plan A \n\n\u0000Plan B\r\n', nn: '' }, 0)).toEqual([
    { nb: 'Plan A' },
    { nb: 'Plan B' },
  ])
  expect(expectedTitles({ nb: 'Plan A', nn: 'Plan a' }, 0)).toEqual([{ nb: 'Plan A', nn: 'Plan a' }])
  expect(expectedTitles({ nn: 'Plan a', sv: 'Planen A', en: ' ' }, 0)).toEqual([
    { nn: 'Plan a', sv: 'Planen A' },
  ])
})

test('a list that is empty, uneven or too long is refused with the reason', () => {
  expect(expectedTitles({ nb: ' \n ', nn: '\n', sv: 'A' }, 0)).toEqual({ refusal: 'no-lines' })
  expect(expectedTitles({ nb: 'A\nB', nn: 'A' }, 0)).toEqual({ refusal: 'lines-differ' })
  expect(expectedTitles({ nb: 'A\nB', sv: 'A' }, 0)).toEqual({ refusal: 'lines-differ' })
  expect(expectedTitles({ nb: 'A\nB' }, 199)).toEqual({ refusal: 'too-many' })
  expect(expectedTitles({ nb: 'x', en: 'x'.repeat(201) }, 0)).toEqual({ refusal: 'line-too-long' })
})

test('a sub-plan is another document of the strategy, and no document is two sub-plans', () => {
  const others = new Set(['a', 'b'])
  const tied = (...ids: (string | null)[]) =>
    tieRefusal(
      'own',
      ids.map((presentId, at) => ({ id: String(at), presentId })),
      others,
    )
  expect(tied('a', null, 'b', null)).toBe(null)
  expect(tied('a', 'a')).toBe('tied-twice')
  expect(tied('own')).toBe('tie-itself')
  expect(tied('elsewhere')).toBe('tie-unknown')
})
