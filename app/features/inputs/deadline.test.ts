import { expect, test } from 'vitest'
import { deadlineStanding } from './deadline.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 8, 15, hour))
const round = {
  opensAt: at(0),
  deadlineAt: at(10),
  acceptsLateUntil: at(12),
  closedAt: null,
  extendedUntil: null,
}

test('a sender stands before, at, past and long past its deadline', () => {
  expect(deadlineStanding(round, new Date(at(0).getTime() - 1)).state).toBe('announced')
  expect(deadlineStanding(round, at(10)).state).toBe('open')
  expect(deadlineStanding(round, at(11)).state).toBe('late')
  expect(deadlineStanding(round, at(13)).state).toBe('closed')
})

test('an extension is the deadline the sender sees', () => {
  const extended = { ...round, extendedUntil: at(20) }
  expect(deadlineStanding(extended, at(11))).toMatchObject({
    state: 'open',
    deadline: at(20),
    extended: true,
  })
})
