import { expect, test } from 'vitest'
import { publishedInputsShown, type RoundWindow, roundState, timeLeft } from './round.ts'

const round: RoundWindow = {
  opensAt: new Date('2026-08-01T06:00:00Z'),
  deadlineAt: new Date('2026-09-15T10:00:00Z'),
  acceptsLateUntil: null,
  closedAt: null,
}
const lateUntil = new Date('2026-09-20T10:00:00Z')

function at(time: string): Date {
  return new Date(time)
}

test('a round is announced until it opens and open at its opening moment', () => {
  expect(roundState(round, at('2026-08-01T05:59:59.999Z'))).toBe('announced')
  expect(roundState(round, at('2026-08-01T06:00:00Z'))).toBe('open')
})

test('a round is open at its deadline and closed a millisecond after', () => {
  expect(roundState(round, at('2026-09-15T10:00:00.000Z'))).toBe('open')
  expect(roundState(round, at('2026-09-15T10:00:00.001Z'))).toBe('closed')
})

test('a round may accept late input for a while', () => {
  const generous = { ...round, acceptsLateUntil: lateUntil }
  expect(roundState(generous, at('2026-09-15T10:00:00.001Z'))).toBe('accepting-late')
  expect(roundState(generous, lateUntil)).toBe('accepting-late')
  expect(roundState(generous, at('2026-09-20T10:00:00.001Z'))).toBe('closed')
})

test('a round closed by hand is closed whatever its dates say', () => {
  const closed = { ...round, acceptsLateUntil: lateUntil, closedAt: at('2026-09-01T00:00:00Z') }
  expect(roundState(closed, at('2026-09-01T00:00:00Z'))).toBe('closed')
  expect(roundState(closed, at('2026-08-31T23:59:59Z'))).toBe('open')
})

test('the time left is counted in whole days and hours', () => {
  expect(timeLeft(round.deadlineAt, at('2026-08-22T08:30:00Z'))).toEqual({ days: 24, hours: 1 })
  expect(timeLeft(round.deadlineAt, at('2026-09-15T09:30:00Z'))).toEqual({ days: 0, hours: 0 })
  expect(timeLeft(round.deadlineAt, round.deadlineAt)).toEqual({ days: 0, hours: 0 })
  expect(timeLeft(round.deadlineAt, at('2026-09-15T10:00:00.001Z'))).toBe(null)
})

test('inputs show as they are checked, or only when nobody can send any longer', () => {
  const during = at('2026-09-01T00:00:00Z')
  const late = at('2026-09-16T00:00:00Z')
  const generous = { ...round, acceptsLateUntil: lateUntil }
  expect(publishedInputsShown({ ...round, inputsShown: 'as-checked' }, during)).toBe(true)
  expect(publishedInputsShown({ ...round, inputsShown: 'after-closing' }, during)).toBe(false)
  expect(publishedInputsShown({ ...generous, inputsShown: 'after-closing' }, late)).toBe(false)
  expect(publishedInputsShown({ ...round, inputsShown: 'after-closing' }, late)).toBe(true)
})
