import { expect, test } from 'vitest'
import { dayAndClock, momentOf } from './round-clock.ts'

test('a moment is a day and an hour as they stand in Norway', () => {
  const at = new Date('2026-10-20T10:00:00Z')
  expect(momentOf({ day: '2026-10-20', clock: '12:00' })).toEqual(at)
  expect(momentOf({ day: ' 2026-10-20', clock: '12.00 ' })).toEqual(at)
  expect(dayAndClock(at)).toEqual({ day: '2026-10-20', clock: '12:00' })
})

test('nothing written is no moment; half of it, or what is no day, cannot be used', () => {
  expect(momentOf(dayAndClock(null))).toBe(null)
  for (const [day, clock] of [
    ['2026-10-20', ''],
    ['', '12:00'],
    ['2026-02-30', '12:00'],
    ['2026-10-20', '25:00'],
    ['9999-12-31', '12:00'],
    ['snart', 'da'],
    ['2026-03-29', '02:30'],
  ] as const)
    expect(momentOf({ day, clock }), `${day} ${clock}`).toBe('unusable')
})
