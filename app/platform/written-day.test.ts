import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayToWrite, writtenDay } from './written-day.ts'

test('a day is read as people and systems write it', () => {
  const same = [
    '2026-05-19',
    '19.5.2026',
    '19.05.2026',
    '19. mai 2026',
    '19 mai 2026',
    '19.5.26',
    '19/5-2026',
    ' 19.5.2026. ',
  ]
  for (const text of same) expect(writtenDay(text), text).toBe('2026-05-19')
  expect(writtenDay('1. sept. 2026')).toBe('2026-09-01')
  expect(writtenDay('31. Desember 2025')).toBe('2025-12-31')
})

test('what is no day is not made into one', () => {
  const none = ['', '31.2.2026', '2026-02-30', '2026-13-01', '0.5.2026', '5.2026', '19.5', '19. mandag 2026']
  for (const text of [...none, '19.5.1526', '19.5.20260', '2026-05-19T12:00', 'i morgen', '١٩.٥.٢٠٢٦'])
    expect(writtenDay(text), text).toBeNull()
})

test('every day is read back from the Norwegian and the international way of writing it', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year, month, day] = iso.split('-').map(Number)
      expect(writtenDay(iso)).toBe(iso)
      expect(writtenDay(dayToWrite(iso))).toBe(iso)
      expect(writtenDay(`${day}.${month}.${year}`)).toBe(iso)
    }),
  )
})

test('whatever is written, the answer is a day of the calendar or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const day = writtenDay(text)
      expect(day === null || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day).toBe(true)
    }),
  )
})
