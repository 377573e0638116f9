import { expect, test } from 'vitest'
import { goneBy } from './keys.ts'

const parts = { rounds: 'texts', input_versions: 'inputs' }

test('a change makes gone what shows that part of its strategy, and what shows it of all', () => {
  expect(goneBy([{ strategyId: 'a', what: 'rounds' }], parts)).toEqual(['a:texts', 'all:texts'])
  const both = goneBy(
    [
      { strategyId: 'a', what: 'rounds' },
      { strategyId: 'b', what: 'input_versions' },
    ],
    parts,
  )
  expect(both).toEqual(['a:texts', 'all:texts', 'b:inputs', 'all:inputs'])
})

test('a change of what no reader sees makes nothing gone', () => {
  expect(goneBy([{ strategyId: 'a', what: 'assignments' }], parts)).toEqual([])
  expect(goneBy([{ strategyId: null, what: 'swept' }], parts)).toEqual([])
})

test('a change of what belongs to no strategy may stand on any page', () => {
  expect(goneBy([{ strategyId: null, what: 'rounds' }], parts)).toBe('everything')
})
