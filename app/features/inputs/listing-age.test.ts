import { expect, test } from 'vitest'
import { isNameListed } from './listing-age.ts'

const sent = new Date('2025-11-22T22:30:00Z')

test('a name stands for a year, the day it was sent on next year included, by the days of Norway', () => {
  expect(isNameListed(sent, sent)).toBe(true)
  expect(isNameListed(sent, new Date('2026-11-22T22:59:59Z'))).toBe(true)
  expect(isNameListed(sent, new Date('2026-11-22T23:00:00Z'))).toBe(false)
  expect(isNameListed(sent, new Date('2031-01-01T00:00:00Z'))).toBe(false)
})

test('what was sent on the last day of February in a leap year stands until the last of the next', () => {
  const leap = new Date('2028-02-29T12:00:00Z')
  expect(isNameListed(leap, new Date('2029-02-28T22:59:00Z'))).toBe(true)
  expect(isNameListed(leap, new Date('2029-02-28T23:00:00Z'))).toBe(false)
})
