import { expect, test } from 'vitest'
import { type Closable, closingRefusal, reopeningRefusal } from './round-closing.ts'

const day = (number: number) => new Date(Date.UTC(2026, 8, number))
const round: Closable = {
  ...{ publishedAt: day(1), opensAt: day(2), deadlineAt: day(10), acceptsLateUntil: null, closedAt: null },
  ...{ lastDeadline: day(12), shownByClosing: false },
}

test('a round is ended early once, after it opened and while somebody can still send', () => {
  expect(closingRefusal(round, day(5))).toBe(null)
  expect(closingRefusal({ ...round, closedAt: day(4) }, day(5))).toBe('round-closed')
  expect(closingRefusal(round, day(1))).toBe('not-opened')
  expect(closingRefusal({ ...round, publishedAt: null }, day(5))).toBe('not-opened')
})

test('a round is over when nobody has time left: not the one with an extension, nor those who may come late', () => {
  expect(closingRefusal(round, day(11))).toBe(null)
  expect(closingRefusal(round, day(13))).toBe('already-over')
  expect(closingRefusal({ ...round, acceptsLateUntil: day(20) }, day(13))).toBe(null)
})

test('what was ended early may be opened again, unless that let everybody read the inputs', () => {
  const closed = { ...round, closedAt: day(5) }
  expect(reopeningRefusal(closed)).toBe(null)
  expect(reopeningRefusal(round)).toBe('not-closed')
  expect(reopeningRefusal({ ...closed, shownByClosing: true })).toBe('inputs-shown')
})
