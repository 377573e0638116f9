import { expect, test } from 'vitest'
import { baseOf, hasCell, type Layout, numberIn, tableOf } from './table.ts'

const byKind: Layout = {
  rows: [
    { key: 'municipality', optional: true },
    { key: 'union', optional: true },
  ],
  columns: [{ key: 'invited' }, { key: 'answered' }, { key: 'uninvited' }, { key: 'split', optional: true }],
  base: { in: 'column', key: 'invited' },
  parts: [],
  summed: 'rows',
  apart: ['uninvited'],
}

const counted = tableOf(byKind, [
  { row: 'municipality', column: 'invited', senders: 30 },
  { row: 'municipality', column: 'answered', senders: 18 },
  { row: 'municipality', column: 'uninvited', senders: 2 },
])

test('every number has what it is of beside it', () => {
  expect([
    numberIn(counted, 'municipality', 'answered'),
    baseOf(counted, 'municipality', 'answered'),
  ]).toEqual([18, 30])
})

test('what others are of is of nothing itself, and those who were not asked are of nobody', () => {
  expect(baseOf(counted, 'municipality', 'invited')).toBeNull()
  expect(baseOf(counted, 'municipality', 'uninvited')).toBeNull()
})

test('a number of nobody has no denominator: «av 0» says nothing', () => {
  const none = tableOf(byKind, [{ row: 'union', column: 'uninvited', senders: 1 }])
  expect(baseOf(none, 'union', 'answered')).toBeNull()
})

test('the line that sums up is of senders, because each stands once along it', () => {
  expect(counted.rows.map(({ key }) => key)).toEqual(['municipality', 'all'])
  expect(numberIn(counted, 'all', 'answered')).toBe(18)
})

test('kinds that nobody is of, and columns nobody stands in, are left out where they may be', () => {
  expect(counted.columns.map(({ key }) => key)).toEqual(['invited', 'answered', 'uninvited'])
})

test('a table of nobody has no line that sums up nobody', () => {
  expect(tableOf(byKind, []).rows).toEqual([])
})

test('a row and a column must be the table’s own to have a list', () => {
  expect(hasCell(byKind, 'all', 'answered')).toBe(true)
  expect(hasCell(byKind, 'municipality', 'all')).toBe(false)
  expect(hasCell(byKind, 'county', 'answered')).toBe(false)
})
