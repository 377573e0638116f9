import { expect, test } from 'vitest'
import { takedownReference, takedownRefusal } from './takedown.ts'
import { takedownDecisionForm, takedownForm } from './takedown-forms.ts'

const createdAt = new Date('2026-06-01T10:00Z')
const before = new Date('2026-06-01T09:00Z')
const after = new Date('2026-06-01T11:00Z')
const open = { createdAt, decidedAt: null }
const nothing = { maskedAt: null, withheldAt: null }

test('who is told that something was masked or withheld can see it: it was done after the request, and stands', () => {
  expect(takedownRefusal(open, 'masked', nothing)).toBe('nothing-masked')
  expect(takedownRefusal(open, 'masked', { ...nothing, maskedAt: before })).toBe('nothing-masked')
  expect(takedownRefusal(open, 'masked', { ...nothing, maskedAt: after })).toBeNull()
  expect(takedownRefusal(open, 'withheld', { ...nothing, maskedAt: after })).toBe('nothing-withheld')
  expect(takedownRefusal(open, 'withheld', { ...nothing, withheldAt: after })).toBeNull()
  expect(takedownRefusal(open, 'declined', nothing)).toBeNull()
})

test('a request is decided once', () => {
  expect(takedownRefusal({ createdAt, decidedAt: after }, 'declined', nothing)).toBe('already-decided')
})

test('a request says what and why; an address to answer to is not demanded, but must be one', () => {
  const key = '01a2b3c4-0000-7000-8000-000000000001'
  const sent = { key, words: 'Emma', reason: 'Hun er barnet mitt.' }
  expect(takedownForm.parse(sent)).toEqual({ ...sent, email: '', website: '' })
  for (const [more, reason] of [
    [{ words: ' ' }, 'wordsMissing'],
    [{ reason: undefined }, 'reasonMissing'],
    [{ reason: 'x'.repeat(4_001) }, 'tooLong'],
    [{ email: 'emma' }, 'emailUnusable'],
    [{ key: 'x' }, 'tryAgain'],
  ] as const)
    expect(takedownForm.safeParse({ ...sent, ...more }).error?.issues[0]?.message, reason).toBe(reason)
})

test('a decision says what was done and answers whoever asked', () => {
  const key = '01a2b3c4-0000-7000-8000-000000000001'
  const [first] = takedownDecisionForm.safeParse({ key, answer: 'Navnet er skjermet.' }).error?.issues ?? []
  expect(first?.message).toBe('decisionMissing')
  const [second] =
    takedownDecisionForm.safeParse({ key, decision: 'masked', answer: ' ' }).error?.issues ?? []
  expect(second?.message).toBe('answerMissing')
})

test('the reference tells nothing but which request it is', () => {
  expect(takedownReference('01a2b3c4-0000-7000-8000-0000abcd1234')).toBe('ABCD1234')
})
