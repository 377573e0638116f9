import { expect, test } from 'vitest'
import { osloDay, osloTime } from './oslo-time.ts'

test('a time in Norway is one hour ahead of UTC in winter and two in summer', () => {
  expect(osloTime(new Date('2026-01-10T10:00Z'), 0, '12:00').toISOString()).toBe('2026-01-10T11:00:00.000Z')
  expect(osloTime(new Date('2026-07-10T10:00Z'), 0, '12:00').toISOString()).toBe('2026-07-10T10:00:00.000Z')
})

test('days are counted in Norway, across the change of clocks', () => {
  expect(osloDay(new Date('2026-12-31T23:30Z'), 0)).toBe('2027-01-01')
  expect(osloTime(new Date('2026-03-28T12:00Z'), 1, '12:00').toISOString()).toBe('2026-03-29T10:00:00.000Z')
  expect(osloTime(new Date('2026-03-28T12:00Z'), 0, '12:00').toISOString()).toBe('2026-03-28T11:00:00.000Z')
})
