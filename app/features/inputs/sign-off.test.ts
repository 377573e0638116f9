import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  approvalCovers,
  approvalStands,
  type DraftToApprove,
  SIGN_OFF_KINDS,
  type SignOff,
  type SignOffAct,
  signOffOffered,
  signOffRefusal,
  signOffState,
} from './sign-off.ts'

const draft = (latest: SignOff | null, own: Partial<DraftToApprove> = {}): DraftToApprove => ({
  ...{ latest, draftRevision: 3, anythingWritten: true, withdrawnAt: null },
  ...own,
})

const step = (kind: SignOff['kind'], draftRevision = 3): SignOff => ({ kind, draftRevision })
const ask: SignOffAct = { kind: 'asked' }
const approve: SignOffAct = { kind: 'approved', readRevision: 3 }
const sendBack: SignOffAct = { kind: 'sent-back', reason: 'Spørsmål 2 mangler tall.' }
const reopen: SignOffAct = { kind: 'reopened' }

test('an approval covers the draft that was approved, and no other', () => {
  expect(signOffState(step('approved'), 3)).toBe('approved')
  expect(approvalStands(step('approved'), 3)).toBe(true)
  expect(signOffState(step('approved'), 4)).toBe('changed')
  expect(approvalStands(step('approved'), 4)).toBe(false)
  expect(approvalStands(null, 0)).toBe(false)
  for (const kind of ['asked', 'sent-back', 'reopened'] as const)
    expect(approvalStands(step(kind), 3)).toBe(false)
})

test('a draft that is changed while somebody is asked is still asked for', () => {
  expect(signOffState(step('asked', 1), 3)).toBe('asked')
  expect(signOffRefusal(draft(step('asked', 1)), approve)).toBeNull()
})

test('the ladder: asked, sent back, asked again, approved, reopened', () => {
  expect(signOffRefusal(draft(null), ask)).toBeNull()
  expect(signOffRefusal(draft(step('asked')), sendBack)).toBeNull()
  expect(signOffRefusal(draft(step('sent-back')), ask)).toBeNull()
  expect(signOffRefusal(draft(step('asked')), approve)).toBeNull()
  expect(signOffRefusal(draft(step('approved')), reopen)).toBeNull()
  expect(signOffRefusal(draft(step('reopened')), ask)).toBeNull()
})

test('nobody approves or sends back what was not asked for', () => {
  for (const latest of [null, step('sent-back'), step('reopened')]) {
    expect(signOffRefusal(draft(latest), approve)).toBe('not-asked')
    expect(signOffRefusal(draft(latest), sendBack)).toBe('not-asked')
    expect(signOffRefusal(draft(latest), reopen)).toBe('nothing-to-reopen')
  }
})

test('nothing is asked for or approved twice', () => {
  expect(signOffRefusal(draft(step('asked')), ask)).toBe('already-asked')
  expect(signOffRefusal(draft(step('approved')), ask)).toBe('already-approved')
  expect(signOffRefusal(draft(step('approved')), approve)).toBe('already-approved')
})

test('what was changed after it was approved can be asked for again, or approved again by who reads it', () => {
  const changed = draft(step('approved', 2))
  expect(signOffRefusal(changed, ask)).toBeNull()
  expect(signOffRefusal(changed, approve)).toBeNull()
  expect(signOffRefusal(changed, sendBack)).toBeNull()
  expect(signOffRefusal(changed, reopen)).toBe('nothing-to-reopen')
})

test('who read an earlier draft than the one that stands does not approve', () => {
  expect(signOffRefusal(draft(step('asked')), { kind: 'approved', readRevision: 2 })).toBe(
    'changed-meanwhile',
  )
})

test('what is sent back is sent back with a reason', () => {
  expect(signOffRefusal(draft(step('asked')), { kind: 'sent-back', reason: ' \n' })).toBe(
    'sending-back-reason-missing',
  )
})

test('an empty draft is approved only as having no remarks, a written one never', () => {
  const empty = draft(null, { anythingWritten: false })
  expect(signOffRefusal(empty, ask)).toBe('nothing-to-approve')
  expect(signOffRefusal(empty, { kind: 'asked', noRemarks: true })).toBeNull()
  expect(signOffRefusal(draft(null), { kind: 'asked', noRemarks: true })).toBe('remarks-written')
})

test('who approved what is written has not approved that it is left out', () => {
  const written = { draftRevision: 3, anythingWritten: true }
  expect(approvalCovers(step('approved'), written, false)).toBe(true)
  expect(approvalCovers(step('approved'), written, true)).toBe(false)
  expect(approvalCovers(step('approved'), { ...written, anythingWritten: false }, true)).toBe(true)
  expect(approvalCovers(step('approved', 2), { ...written, anythingWritten: false }, true)).toBe(false)
})

test('of a withdrawn input nothing is asked or approved', () => {
  for (const act of [ask, approve, sendBack, reopen])
    expect(signOffRefusal(draft(step('asked'), { withdrawnAt: new Date(0) }), act)).toBe('withdrawn')
})

test('whatever has happened, the steps that are offered are those that are taken, and no approval outlives a change', () => {
  const latest = fc.option(
    fc.record({ kind: fc.constantFrom(...SIGN_OFF_KINDS), draftRevision: fc.nat({ max: 4 }) }),
  )
  fc.assert(
    fc.property(latest, fc.nat({ max: 4 }), fc.boolean(), (last, draftRevision, anythingWritten) => {
      const now = draft(last, { draftRevision, anythingWritten })
      const offered = signOffOffered(now)
      expect(approvalStands(last, draftRevision + 1 + (last?.draftRevision ?? 0))).toBe(false)
      expect(offered.includes('approved')).toBe(
        signOffRefusal(now, { kind: 'approved', readRevision: draftRevision }) === null,
      )
      // There is always a way on: something can be asked for, or what is asked for or approved taken up again.
      expect(offered.length).toBeGreaterThan(0)
    }),
  )
})
