import { expect, test } from 'vitest'
import type { RoundWindow } from '#app/features/strategies/round.ts'
import {
  type Draft,
  effectiveDeadline,
  holdsUntil,
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
  expect(versionKind(false)).toBe('administrative')
  expect(versionKind(true)).toBe('correction')
  expect(versionKind(true, 'no-remarks')).toBe('correction')
})

test('what a political body adopted is adopted, whatever was sent before', () => {
  expect(versionKind(false, 'adopted')).toBe('adopted')
  expect(versionKind(true, 'adopted')).toBe('adopted')
})

test('a round without corrections takes one version from the administration and one that was adopted', () => {
  const strict = { ...round, allowsCorrections: false }
  const sent = (kind: Draft['kind'], adoptedBefore = false) =>
    submissionRefusal({ ...draft, kind, adoptedBefore }, strict, during)
  expect(sent('administrative')).toBe(null)
  expect(sent('correction')).toBe('corrections-not-allowed')
  expect(sent('adopted')).toBe(null)
  expect(sent('adopted', true)).toBe('corrections-not-allowed')
  expect(submissionRefusal({ ...draft, kind: 'correction' }, round, during)).toBe(null)
})

test('who has no remarks need not have answered anything', () => {
  const empty = { ...draft, unansweredRequired: 2, anythingWritten: false, noRemarks: true }
  expect(submissionRefusal(empty, round, during)).toBe(null)
  expect(submissionRefusal(empty, round, justAfter)).toBe('round-closed')
})

test('where approval is required nothing is sent without it, no remarks and adoptions neither', () => {
  const unapproved = { ...draft, approvalMissing: true }
  expect(submissionRefusal(unapproved, round, during)).toBe('not-approved')
  expect(submissionRefusal({ ...unapproved, noRemarks: true }, round, during)).toBe('not-approved')
  expect(submissionRefusal({ ...unapproved, kind: 'adopted' }, round, during)).toBe('not-approved')
})

test('a decision in time holds until the deadline, one that is late until the round takes no more', () => {
  const acceptsLateUntil = new Date('2026-09-20T10:00:00Z')
  const generous = { ...round, acceptsLateUntil }
  expect(holdsUntil(generous, draft.sender, atDeadline)).toEqual(atDeadline)
  expect(holdsUntil(generous, draft.sender, justAfter)).toEqual(acceptsLateUntil)
})

test('the deadline of a group counts for submitting', () => {
  const earlier = {
    ...draft,
    sender: { extendedUntil: null, groupDeadlineAt: new Date('2026-08-20T10:00:00Z') },
  }
  expect(submissionRefusal(earlier, round, during)).toBe('round-closed')
})

test('a round that takes nothing back says so', () => {
  const sent = { submittedVersions: 1, withdrawnAt: null, allowsWithdrawal: false }
  expect(withdrawalRefusal(sent, 'Feil.')).toBe('withdrawal-not-allowed')
})

test('a submitted input is withdrawn once and with a reason', () => {
  expect(withdrawalRefusal({ submittedVersions: 1, withdrawnAt: null }, 'Sendt til feil runde')).toBe(null)
  expect(withdrawalRefusal({ submittedVersions: 1, withdrawnAt: null }, ' ')).toBe('reason-missing')
  expect(withdrawalRefusal({ submittedVersions: 1, withdrawnAt: during }, 'Igjen')).toBe('already-withdrawn')
  expect(withdrawalRefusal({ submittedVersions: 0, withdrawnAt: null }, 'Nei')).toBe('not-submitted')
})
