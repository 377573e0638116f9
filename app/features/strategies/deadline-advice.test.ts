import fc from 'fast-check'
import { expect, test } from 'vitest'
import { osloMoment } from '../../platform/oslo-time.ts'
import {
  dayAfter,
  daysBetween,
  easterSunday,
  holidayOn,
  isDayOff,
  monthsAfter,
  workingDays,
} from './calendar.ts'
import { lookAtDeadlines, suggestedDeadlines, warningsOf } from './deadline-advice.ts'

const at = (day: string, clock = '12:00') => osloMoment(day, clock) ?? new Date(Number.NaN)

test('Easter Sunday falls where the almanac says', () => {
  const almanac = { 2024: '03-31', 2025: '04-20', 2026: '04-05', 2027: '03-28', 2030: '04-21', 2038: '04-25' }
  for (const [year, day] of Object.entries(almanac)) expect(easterSunday(Number(year))).toBe(`${year}-${day}`)
})

test('Easter is a Sunday from 22 March to 25 April in every year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
      const day = easterSunday(year)
      expect(new Date(day).getUTCDay()).toBe(0)
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true)
    }),
  )
})

test('the holidays of 2026 are the twelve in the almanac, and no other day is one', () => {
  const days = Array.from({ length: 365 }, (_, n) => dayAfter('2026-01-01', n))
  expect(days.filter((day) => holidayOn(day) !== null)).toEqual([
    ...['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01'],
    ...['2026-05-14', '2026-05-17', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26'],
  ])
  expect(holidayOn('2026-05-14')).toBe('ascension')
})

test('offices are closed in weekends, on holidays and on the two eves of winter', () => {
  expect(['2026-09-19', '2026-09-20', '2026-05-01', '2026-12-24', '2026-12-31'].every(isDayOff)).toBe(true)
  expect(['2026-09-18', '2026-12-23', '2026-04-01'].some(isDayOff)).toBe(false)
})

test('working days leave out weekends and the days of Easter', () => {
  expect(workingDays('2026-03-27', '2026-04-10')).toBe(7)
  expect(workingDays('2026-09-18', '2026-09-20')).toBe(0)
  expect(workingDays('2026-09-20', '2026-09-18')).toBe(0)
})

test('three months on is the same date, or the last of a shorter month', () => {
  expect(monthsAfter('2026-08-15', 3)).toBe('2026-11-15')
  expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28')
  expect(monthsAfter('2027-11-30', 3)).toBe('2028-02-29')
})

test('a hearing under six weeks is warned of, and one under three months is told of', () => {
  expect(warningsOf('høring', '2026-09-01', '2026-10-12')).toEqual(['under-six-weeks'])
  expect(warningsOf('høring', '2026-09-01', '2026-10-13')).toEqual(['under-three-months'])
  expect(warningsOf('høring', '2026-09-01', '2026-11-30')).toEqual(['under-three-months'])
  expect(warningsOf('høring', '2026-09-01', '2026-12-01')).toEqual([])
})

test('a round of input has no formal shortest time', () => {
  expect(warningsOf('innspill', '2026-09-01', '2026-09-15')).toEqual([])
})

test('six weeks with summer in them leave less than six weeks to work in', () => {
  expect(warningsOf('innspill', '2026-06-22', '2026-08-12')).toEqual(['over-summer'])
  expect(warningsOf('innspill', '2026-06-22', '2026-09-15')).toEqual([])
})

test('Easter and Christmas count with a week each, also over the turn of the year', () => {
  expect(warningsOf('innspill', '2026-03-16', '2026-04-29')).toEqual(['over-easter'])
  expect(warningsOf('innspill', '2026-12-14', '2027-01-20')).toEqual(['over-christmas'])
  expect(warningsOf('innspill', '2026-12-28', '2027-02-01')).toEqual(['over-christmas'])
})

test('a round that opens on the last day of a time off loses that day', () => {
  expect(warningsOf('innspill', '2027-01-01', '2027-02-12')).toEqual(['over-christmas'])
  expect(warningsOf('innspill', '2027-01-01', '2027-02-15')).toEqual([])
})

test('a deadline on a Sunday, a holiday or in July is told of', () => {
  expect(warningsOf('innspill', '2026-08-01', '2026-10-18')).toEqual(['on-day-off'])
  expect(warningsOf('innspill', '2026-01-12', '2026-05-14')).toEqual(['on-day-off'])
  expect(warningsOf('innspill', '2026-03-01', '2026-07-01')).toEqual(['in-summer'])
})

test('a deadline before the opening is no matter for advice', () => {
  expect(warningsOf('høring', '2026-09-01', '2026-08-01')).toEqual([])
})

test('each kind of sender with a deadline of its own is looked at by itself, by the days of the calendar in Norway', () => {
  const looked = lookAtDeadlines({
    legalForm: 'høring',
    opensAt: at('2026-08-31', '23:30'),
    deadlineAt: at('2026-12-01'),
    groupDeadlines: { municipality: at('2026-12-15'), union: at('2026-10-05') },
  })
  expect(looked.map(({ kind, days, warnings }) => [kind, days, warnings])).toEqual([
    [null, 92, []],
    ['municipality', 106, []],
    ['union', 35, ['under-six-weeks']],
  ])
})

test('suggestions are longer for the times off in the way: three weeks for summer, one for Easter and Christmas', () => {
  expect(suggestedDeadlines('2026-09-01')).toEqual({ sixWeeks: '2026-10-13', threeMonths: '2026-12-01' })
  expect(suggestedDeadlines('2026-06-15').sixWeeks).toBe('2026-08-17')
  expect(suggestedDeadlines('2026-03-16').sixWeeks).toBe('2026-05-04')
  expect(suggestedDeadlines('2026-11-02').threeMonths).toBe('2027-02-09')
})

test('whatever day a round opens, what is suggested is a working day outside July that gives six weeks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000 }), (days) => {
      const opens = dayAfter('2020-01-01', days)
      for (const day of Object.values(suggestedDeadlines(opens))) {
        expect(isDayOff(day)).toBe(false)
        expect(day.slice(5, 7)).not.toBe('07')
        expect(daysBetween(opens, day)).toBeGreaterThanOrEqual(42)
      }
      const { sixWeeks } = suggestedDeadlines(opens)
      expect(warningsOf('innspill', opens, sixWeeks)).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})
