import { expect, test } from 'vitest'
import { shareOf, sumOfShares, unevenSums } from './rounding.ts'
import { type Count, type Layout, tableOf } from './table.ts'

const layout: Layout = {
  rows: [{ key: 'municipality' }],
  columns: ['asked', 'a', 'b', 'c', 'd', 'e', 'unanswered'].map((key) => ({ key })),
  base: { in: 'column', key: 'asked' },
  parts: ['a', 'b', 'c', 'd', 'e', 'unanswered'],
  summed: 'rows',
}

const counts = (numbers: number[]): Count[] =>
  ['asked', 'a', 'b', 'c', 'd', 'e', 'unanswered'].map((column, at) => ({
    ...{ row: 'municipality', column },
    senders: at === 0 ? numbers.reduce((sum, one) => sum + one, 0) : (numbers[at - 1] ?? 0),
  }))

test('a share is in whole per cent, of all who were asked, those who did not answer too', () => {
  expect(shareOf(327, 1074)).toBe(30)
  expect(shareOf(188, 1074)).toBe(18)
})

test('of fewer than ten there is no share, only the number', () => {
  expect([shareOf(3, 9), shareOf(0, 0), shareOf(3, null)]).toEqual([null, null, null])
  expect(shareOf(3, 10)).toBe(30)
})

test('1,074 answers whose shares add up to 101 per cent: that is said', () => {
  // Helt enig, delvis enig, verken eller, delvis uenig, helt uenig, ikke svart (nordic-practice.md § C2, T2).
  const answers = [327, 370, 27, 145, 17, 188]
  expect(answers.map((one) => shareOf(one, 1074))).toEqual([30, 34, 3, 14, 2, 18])
  expect(sumOfShares(answers, 1074)).toBe(101)
  expect(unevenSums(tableOf(layout, counts(answers)))).toEqual([
    { key: 'municipality', sum: 101 },
    { key: 'all', sum: 101 },
  ])
})

test('shares that add up to 100 need no note, nor do numbers of too few', () => {
  expect(unevenSums(tableOf(layout, counts([5, 5, 0, 0, 0, 10])))).toEqual([])
  expect(unevenSums(tableOf(layout, counts([1, 1, 1, 1, 1, 1])))).toEqual([])
})

test('where a sender may stand in several columns nothing ought to add up', () => {
  expect(unevenSums(tableOf({ ...layout, parts: [] }, counts([5, 5, 5, 5, 5, 3])))).toEqual([])
})
