import { expect, test } from 'vitest'
import { lengthOf, standingOf } from './upkeep.ts'

const fine = { waiting: 0, oldestWaitingMs: 0, deadCount: 0 }
const late = { waiting: 3, oldestWaitingMs: 120_000, deadCount: 0 }
const known = { because: null, postgres: fine, meilisearch: null }

test('all is well when nothing has waited long, with or without a server of its own', () => {
  expect(standingOf(known)).toBe('well')
  expect(standingOf({ ...known, postgres: { ...late, oldestWaitingMs: 5_000 } })).toBe('well')
  expect(standingOf({ ...known, meilisearch: { ...fine, reachable: true } })).toBe('well')
})

test('the most serious is told first', () => {
  const dead = { ...late, deadCount: 1 }
  expect(standingOf({ ...known, postgres: late })).toBe('behind')
  expect(standingOf({ ...known, meilisearch: { ...late, reachable: true } })).toBe('behind')
  expect(standingOf({ ...known, because: 'behind' })).toBe('behind')
  expect(standingOf({ ...known, postgres: dead })).toBe('given-up')
  expect(standingOf({ ...known, postgres: dead, because: 'no-index' })).toBe('unbuilt')
  expect(standingOf({ ...known, postgres: dead, meilisearch: { ...fine, reachable: false } })).toBe('down')
  expect(standingOf({ ...known, because: 'failing', meilisearch: { ...fine, reachable: true } })).toBe('down')
})

test('a length of time is told in its largest whole unit', () => {
  const minute = 60_000
  expect(lengthOf(59_000)).toEqual({ unit: 'moment', count: 0 })
  expect(lengthOf(59 * minute)).toEqual({ unit: 'minutes', count: 59 })
  expect(lengthOf(90 * minute)).toEqual({ unit: 'hours', count: 1 })
  expect(lengthOf(3 * 24 * 60 * minute)).toEqual({ unit: 'days', count: 3 })
})
