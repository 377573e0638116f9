import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths, longestWord } from './column-widths.ts'

const sum = (widths: readonly number[]) => widths.reduce((total, one) => total + one, 0)

test('columns of numbers are alike where all their words fit in that', () => {
  expect(columnWidths(1000, true, [50, 60, 50, 60, 50])).toEqual([280, 144, 144, 144, 144, 144])
  expect(columnWidths(1000, true, [50, 60])).toEqual([400, 300, 300])
})

test('a column with a long word has room for it, and the others and the names of rows give way', () => {
  expect(columnWidths(1000, true, [50, 50, 50, 50, 200])).toEqual([280, 114, 114, 114, 114, 264])
  expect(columnWidths(1000, true, [100, 100, 100, 150, 300])).toEqual([250, 100, 100, 100, 150, 300])
})

test('whatever is asked for, the table is as wide as the page, and no word is broken that need not be', () => {
  const asked = fc.array(fc.integer({ min: 10, max: 400 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(asked, (needed) => {
      const [first = 0, ...widths] = columnWidths(1000, true, needed)
      expect(first + sum(widths)).toBeCloseTo(1000)
      expect(first).toBeGreaterThanOrEqual(219.99)
      if (sum(needed) <= 780)
        widths.forEach((width, at) => {
          expect(width).toBeGreaterThanOrEqual((needed[at] ?? 0) - 0.001)
        })
    }),
  )
})

test('the longest word is what a line cannot be broken in', () => {
  expect(longestWord('Private barnehageeiere')).toBe('barnehageeiere')
  expect(longestWord('')).toBe('')
})
