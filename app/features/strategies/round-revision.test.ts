import { expect, test } from 'vitest'
import { publicChanges, type RoundRecord, reasonRefusal, roundChanges } from './round-revision.ts'

const stood: RoundRecord = {
  ...{ title: { nb: 'Runde', nn: 'Runde' }, intro: { nb: 'Fortell.' }, purpose: 'input', phaseId: 'fase-1' },
  ...{ contact: null, legalForm: 'innspill', naming: 'may-hide', inputsShown: 'as-checked' },
  ...{ allowsCorrections: true, allowsWithdrawal: true, shortNoticeReason: null, closedAt: null },
  ...{ opensAt: '2026-09-01T06:00:00.000Z', deadlineAt: '2026-10-20T10:00:00.000Z', acceptsLateUntil: null },
  groupDeadlines: {},
}
const fieldsOf = (own: Partial<RoundRecord>) =>
  roundChanges(stood, { ...stood, ...own }).map(({ field }) => field)

test('a change is told of field by field, deadlines first', () => {
  expect(
    fieldsOf({ intro: { nb: 'Fortell mer.' }, deadlineAt: '2026-11-01T11:00:00.000Z', purpose: 'offer' }),
  ).toEqual(['deadlineAt', 'intro', 'purpose'])
})

test('a text that comes back with its languages in another order is the same text', () => {
  expect(fieldsOf({ title: { nn: 'Runde', nb: 'Runde' } })).toEqual([])
})

test('a field that an older version does not know is no change', () => {
  const { contact: _, ...older } = stood
  expect(roundChanges(older, { ...stood, contact: { name: 'Siri' } })).toEqual([])
})

test('everybody reads what concerns senders, and not where staff have put the round', () => {
  const changes = roundChanges(stood, {
    ...stood,
    ...{ phaseId: 'fase-2', purpose: 'report', contact: { mailbox: 'runde@example.test' } },
  })
  expect(changes.map(({ field }) => field)).toEqual(['contact', 'purpose', 'phaseId'])
  expect(publicChanges(changes).map(({ field }) => field)).toEqual(['contact'])
})

test('after the opening nothing is changed without a reason, and before it nobody is asked for one', () => {
  expect(reasonRefusal(true, {})).toEqual({ refusal: 'why-missing' })
  expect(reasonRefusal(true, { nn: 'Fristen var for kort.' })).toBe(null)
  expect(reasonRefusal(false, {})).toBe(null)
})
