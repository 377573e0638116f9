import { expect, test } from 'vitest'
import { lateSince, receivedDay, receivedNotice } from './intake.ts'

const now = new Date('2026-05-20T21:30:00Z')
const dayOf = (written: string, otherwise: string | null = null) => receivedDay(written, { now, otherwise })

test('the day something came may be written in three ways', () => {
  for (const written of ['2026-05-19', '19.5.2026', '19. mai 2026', '19/5-26'])
    expect(dayOf(written), written).toEqual({ day: '2026-05-19' })
})

test('a day to come is refused, as Norway counts days; today is not', () => {
  expect(dayOf('20.5.2026')).toEqual({ day: '2026-05-20' })
  expect(dayOf('21.5.2026')).toEqual({ refusal: 'received-in-future' })
  expect(receivedDay('21.5.2026', { now: new Date('2026-05-20T22:30:00Z') })).toEqual({ day: '2026-05-21' })
})

test('where nothing is written the day of the meeting is taken, and something else than a day is refused', () => {
  expect(dayOf('  ', '2026-04-04')).toEqual({ day: '2026-04-04' })
  expect(dayOf('')).toEqual({ refusal: 'received-missing' })
  for (const written of ['i går', '31.2.2026', '2026', '45678'])
    expect(dayOf(written, '2026-04-04'), written).toEqual({ refusal: 'received-no-day' })
})

test('what came before the round opened is taken with a notice', () => {
  const round = { opensAt: new Date('2026-04-05T07:00:00Z'), deadlineAt: new Date('2026-05-06T21:59:00Z') }
  expect(receivedNotice('2026-04-04', round)).toBe('before-opening')
  expect(receivedNotice('2026-04-05', round)).toBeNull()
  expect(receivedNotice('2026-05-06', round)).toBeNull()
  expect(receivedNotice('2026-05-07', round)).toBe('late')
})

test('on the day of the deadline a letter is in time, and one that says only its year is never late', () => {
  const deadline = new Date('2026-05-06T10:00:00Z')
  expect(lateSince('2026-05-06', deadline)).toBeNull()
  expect(lateSince('2026-05-07', deadline)).toEqual(new Date('2026-05-06T22:00:00Z'))
  expect(lateSince('2027', deadline)).toBeNull()
  expect(lateSince(null, deadline)).toBeNull()
})
