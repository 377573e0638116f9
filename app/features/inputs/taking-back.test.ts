import { expect, test } from 'vitest'
import { VERSION_KINDS } from './input.ts'
import { takingBackDenied, takingBackRefusal } from './taking-back.ts'

const standing = { kind: 'registered' as const, withdrawnAt: null }

test('what staff registered is taken back once, with a reason', () => {
  expect(takingBackRefusal(standing, 'Ført på feil kommune.')).toBe(null)
  expect(takingBackRefusal(standing, ' \n ')).toBe('reason-missing')
  expect(takingBackRefusal({ ...standing, withdrawnAt: new Date(0) }, 'Igjen.')).toBe('already-withdrawn')
})

test('what a sender sent itself is not for staff to take back', () => {
  for (const kind of VERSION_KINDS.filter((one) => one !== 'registered'))
    expect(takingBackRefusal({ ...standing, kind }, 'Feil.')).toBe('not-registered')
})

const staff = (role: 'analyst' | 'editor' | 'lead') => ({
  ...{ personId: 'p', name: 'P', locale: 'nb' as const, administrator: false, memberships: [] },
  staff: [{ strategyId: 's', role }],
})

test('an analyst takes back what waits; what is public is taken back by those who publish', () => {
  const [analyst, editor] = [staff('analyst') as never, staff('editor') as never]
  expect(takingBackDenied(analyst, { strategyId: 's', published: false })).toBe(null)
  expect(takingBackDenied(analyst, { strategyId: 's', published: true })).toBe('forbidden')
  expect(takingBackDenied(editor, { strategyId: 's', published: true })).toBe(null)
  expect(takingBackDenied(editor, { strategyId: 'other', published: false })).toBe('not-found')
})
