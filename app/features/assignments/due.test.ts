import { expect, test } from 'vitest'
import { byUrgency, daysLeft, dueRefusal, letterDay, standingOf } from './due.ts'

const some = { answers: 10, read: 4 }

test('an assignment is overdue from the day after it was due', () => {
  expect(standingOf({ ...some, dueOn: '2026-11-20' }, '2026-11-21')).toBe('overdue')
  expect(standingOf({ ...some, dueOn: '2026-11-21' }, '2026-11-21')).toBe('soon')
  expect(standingOf({ ...some, dueOn: '2026-11-24' }, '2026-11-21')).toBe('soon')
  expect(standingOf({ ...some, dueOn: '2026-11-25' }, '2026-11-21')).toBe('under-way')
  expect(standingOf({ ...some, dueOn: null }, '2026-11-21')).toBe('under-way')
})

test('what is read is done, however late, and nothing to read is neither done nor late', () => {
  expect(standingOf({ answers: 10, read: 10, dueOn: '2026-01-01' }, '2026-11-21')).toBe('done')
  expect(standingOf({ answers: 0, read: 0, dueOn: '2026-01-01' }, '2026-11-21')).toBe('empty')
})

test('days are counted by the calendar, also over the change to winter time', () => {
  expect(daysLeft('2026-10-26', '2026-10-24')).toBe(2)
  expect(daysLeft('2027-01-01', '2026-12-31')).toBe(1)
})

test('a day that has gone cannot be the one to be done by', () => {
  expect(dueRefusal('2026-11-20', '2026-11-21')).toBe('due-past')
  expect(dueRefusal('2026-11-21', '2026-11-21')).toBeNull()
  expect(dueRefusal(null, '2026-11-21')).toBeNull()
})

test('the nearest day comes first, then what was given first; without a day last', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour))
  const rows = [
    { name: 'no day', dueOn: null, at: at(1) },
    { name: 'later', dueOn: '2026-12-01', at: at(2) },
    { name: 'same day, given later', dueOn: '2026-11-20', at: at(4) },
    { name: 'same day', dueOn: '2026-11-20', at: at(3) },
  ]
  expect(rows.sort(byUrgency).map(({ name }) => name)).toEqual([
    'same day',
    'same day, given later',
    'later',
    'no day',
  ])
})

test('the letters of the day leave from seven in the morning in Norway, summer and winter, and not in the evening', () => {
  expect(letterDay(new Date('2026-07-01T04:59:59Z'))).toBeNull()
  expect(letterDay(new Date('2026-07-01T05:00:00Z'))).toBe('2026-07-01')
  expect(letterDay(new Date('2026-12-01T05:30:00Z'))).toBeNull()
  expect(letterDay(new Date('2026-12-01T06:00:00Z'))).toBe('2026-12-01')
  expect(letterDay(new Date('2026-12-01T15:59:00Z'))).toBe('2026-12-01')
  expect(letterDay(new Date('2026-12-01T16:00:00Z'))).toBeNull()
})
