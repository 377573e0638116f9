import { expect, test } from 'vitest'
import type { Actor, StaffRole } from '#app/features/identity/actor.ts'
import { keepingRefusal, mayKeepSaved, mayUndoJob, savedSearchRefusal, undoRefusal } from './policy.ts'

const somebody = (personId: string, ...staff: [strategyId: string, role: StaffRole][]): Actor => ({
  ...{ personId, name: personId, locale: 'nb', administrator: true, memberships: [] },
  staff: staff.map(([strategyId, role]) => ({ strategyId, organiserId: 'o', role })),
})

const owner = somebody('owner', ['s', 'analyst'])
const analyst = somebody('analyst', ['s', 'analyst'])
const editor = somebody('editor', ['s', 'editor'])
const elsewhere = somebody('elsewhere', ['t', 'lead'])

const shared = { ownerId: 'owner', strategyId: 's', shared: true }
const personal = { ...shared, shared: false }

test('a personal search is for its owner alone, a shared one for everybody who works on its strategy', () => {
  expect([owner, analyst, editor, elsewhere].map((actor) => savedSearchRefusal(actor, personal))).toEqual([
    null,
    'not-found',
    'not-found',
    'not-found',
  ])
  expect([owner, analyst, editor, elsewhere].map((actor) => savedSearchRefusal(actor, shared))).toEqual([
    null,
    null,
    null,
    'not-found',
  ])
})

test('a shared search is renamed and removed by its owner or by those who decide', () => {
  expect([owner, analyst, editor].map((actor) => mayKeepSaved(actor, shared))).toEqual([true, false, true])
  expect(keepingRefusal(analyst, shared)).toBe('forbidden')
  expect(keepingRefusal(editor, personal)).toBe('not-found')
  expect(keepingRefusal(elsewhere, shared)).toBe('not-found')
})

test('what was tagged at once is undone by whoever asked for it and by those who decide', () => {
  const job = { strategyId: 's', askedBy: 'owner' }
  expect([owner, analyst, editor, elsewhere].map((actor) => mayUndoJob(actor, job))).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(undoRefusal(analyst, job)).toBe('forbidden')
  expect(undoRefusal(elsewhere, job)).toBe('not-found')
  expect(undoRefusal(somebody('owner', ['t', 'lead']), job)).toBe('not-found')
})
