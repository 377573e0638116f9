import { expect, test } from 'vitest'
import type { RoundWindow } from '#app/features/strategies/round.ts'
import {
  type Draft,
  effectiveDeadline,
  isLate,
  submissionRefusal,
  versionKind,
  withdrawalRefusal,
} from './input.ts'

const round: RoundWindow = {
  opensAt: new Date('2026-08-01T06:00:00Z'),
  deadlineAt: new Date('2026-09-15T10:00:00Z'),
  acceptsLateUntil: null,
  closedAt: null,
}
const draft: Draft = {
  sender: { extendedUntil: null },
  unansweredRequired: 0,
  anythingWritten: true,
  withdrawnAt: null,
}
const during = new Date('2026-09-01T00:00:00Z')
const atDeadline = new Date('2026-09-15T10:00:00.000Z')
const justAfter = new Date('2026-09-15T10:00:00.001Z')

test('a whole draft is received while the round is open', () => {
  expect(submissionRefusal(draft, round, during)).toBe(null)
})

test('an input sent at the deadline is in time, a millisecond later it is not', () => {
  expect(submissionRefusal(draft, round, atDeadline)).toBe(null)
  expect(isLate(round, draft.sender, atDeadline)).toBe(false)
  expect(submissionRefusal(draft, round, justAfter)).toBe('round-closed')
  expect(isLate(round, draft.sender, justAfter)).toBe(true)
})

test('a round that accepts late input receives it as late', () => {
  const generous = { ...round, acceptsLateUntil: new Date('2026-09-20T10:00:00Z') }
  expect(submissionRefusal(draft, generous, justAfter)).toBe(null)
  expect(isLate(generous, draft.sender, justAfter)).toBe(true)
  expect(submissionRefusal(draft, generous, new Date('2026-09-20T10:00:00.001Z'))).toBe('round-closed')
})

test('nothing is received before the round opens', () => {
  expect(submissionRefusal(draft, round, new Date('2026-08-01T05:59:59.999Z'))).toBe('round-not-open')
})

test('nothing is received after the round was closed by hand', () => {
  expect(submissionRefusal(draft, { ...round, closedAt: during }, during)).toBe('round-closed')
})

test('an extension is the deadline of the one who got it, and in time is not late', () => {
  const extendedUntil = new Date('2026-10-01T10:00:00Z')
  const extended = { ...draft, sender: { extendedUntil } }
  expect(effectiveDeadline(round, extended.sender)).toEqual(extendedUntil)
  expect(submissionRefusal(extended, round, justAfter)).toBe(null)
  expect(isLate(round, extended.sender, justAfter)).toBe(false)
})

test('an extension beyond the time for late input still holds', () => {
  const generous = { ...round, acceptsLateUntil: new Date('2026-09-20T10:00:00Z') }
  const extended = { ...draft, sender: { extendedUntil: new Date('2026-10-01T10:00:00Z') } }
  expect(submissionRefusal(extended, generous, new Date('2026-09-25T00:00:00Z'))).toBe(null)
})

test('an own extension comes before the deadline of the group, and that before the deadline of the round', () => {
  const groupDeadlineAt = new Date('2026-09-10T10:00:00Z')
  const extendedUntil = new Date('2026-09-12T10:00:00Z')
  expect(effectiveDeadline(round, { extendedUntil: null, groupDeadlineAt })).toEqual(groupDeadlineAt)
  expect(effectiveDeadline(round, { extendedUntil, groupDeadlineAt })).toEqual(extendedUntil)
  expect(effectiveDeadline(round, { extendedUntil: null })).toEqual(round.deadlineAt)
})

test('required questions must be answered', () => {
  expect(submissionRefusal({ ...draft, unansweredRequired: 1 }, round, during)).toBe('unanswered-questions')
})

test('an empty input is not received', () => {
  expect(submissionRefusal({ ...draft, anythingWritten: false }, round, during)).toBe('nothing-written')
})

test('a withdrawn input receives no new version', () => {
  expect(submissionRefusal({ ...draft, withdrawnAt: during }, round, during)).toBe('withdrawn')
})

test('the first version is administrative, every later one a correction', () => {
  expect(versionKind([])).toBe('administrative')
  expect(versionKind([{ kind: 'administrative' }])).toBe('correction')
  expect(versionKind([{ kind: 'adopted' }])).toBe('correction')
})

test('a letter registered by staff does not make the first own version a correction', () => {
  expect(versionKind([{ kind: 'registered' }])).toBe('administrative')
})

test('a submitted input is withdrawn once and with a reason', () => {
  expect(withdrawalRefusal({ submittedVersions: 1, withdrawnAt: null }, 'Sendt til feil runde')).toBe(null)
  expect(withdrawalRefusal({ submittedVersions: 1, withdrawnAt: null }, ' ')).toBe('reason-missing')
  expect(withdrawalRefusal({ submittedVersions: 1, withdrawnAt: during }, 'Igjen')).toBe('already-withdrawn')
  expect(withdrawalRefusal({ submittedVersions: 0, withdrawnAt: null }, 'Nei')).toBe('not-submitted')
})
