import fc from 'fast-check'
import { expect, test } from 'vitest'
import { osloClock, osloDate, osloMoment } from './oslo-time.ts'

const moment = (date: string, clock: string) => osloMoment(date, clock)?.toISOString() ?? null

test('a time in Norway is one hour ahead of UTC in winter and two in summer', () => {
  expect(moment('2026-01-10', '12:00')).toBe('2026-01-10T11:00:00.000Z')
  expect(moment('2026-07-10', '12:00')).toBe('2026-07-10T10:00:00.000Z')
  expect(moment('2026-07-10', '00:30')).toBe('2026-07-09T22:30:00.000Z')
})

test('an hour that the clocks skip is no time, one they show twice is its first', () => {
  expect(moment('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z')
  expect(moment('2026-03-29', '02:30')).toBeNull()
  expect(moment('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z')
  expect(moment('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
})

test('days and times that never were are none', () => {
  for (const date of ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '', '2026-1-1', '2026-04-31'])
    expect(moment(date, '12:00'), date).toBeNull()
  for (const clock of ['24:00', '12:60', '9:00', '', '12.00', '12:00:00'])
    expect(moment('2026-01-10', clock)).toBeNull()
})

test('what a moment shows leads back to it, but for the hour that comes again', () => {
  const range = {
    min: new Date('2000-01-01T00:00Z'),
    max: new Date('2099-01-01T00:00Z'),
    noInvalidDate: true,
  }
  fc.assert(
    fc.property(fc.date(range), (date) => {
      const at = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
      const back = osloMoment(osloDate(at), osloClock(at))
      return back !== null && [0, 3_600_000].includes(at.getTime() - back.getTime())
    }),
  )
})

test('the day is Norway’s: shortly before midnight in Greenwich it is tomorrow there', () => {
  expect(osloDate(new Date('2023-03-05T22:59:59Z'))).toBe('2023-03-05')
  expect(osloDate(new Date('2023-03-05T23:00:00Z'))).toBe('2023-03-06')
  expect(osloDate(new Date('2023-07-05T22:00:00Z'))).toBe('2023-07-06')
})
