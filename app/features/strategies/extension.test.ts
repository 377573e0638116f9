import { expect, test } from 'vitest'
import { extensionRefusal } from './extension.ts'

const at = (day: number) => new Date(Date.UTC(2026, 9, day, 10))
const standing = { ordinary: at(20), extendedUntil: null, closedAt: null }
const given = { ...standing, extendedUntil: at(27) }
const why = 'Kommunestyret møtes 24. oktober.'

test('a deadline of its own is later than the ordinary one, not past, and has a reason', () => {
  expect(extensionRefusal(standing, at(27), why, at(10))).toBe(null)
  expect(extensionRefusal(standing, at(20), why, at(10))).toBe('not-later')
  expect(extensionRefusal(standing, at(22), why, at(23))).toBe('in-the-past')
  expect(extensionRefusal(standing, at(27), ' \n', at(10))).toBe('reason-missing')
})

test('it may be given after the ordinary deadline too', () => {
  expect(extensionRefusal(standing, at(27), why, at(22))).toBe(null)
})

test('it may be moved and taken back until the ordinary deadline has passed', () => {
  expect(extensionRefusal(given, at(22), why, at(20))).toBe(null)
  expect(extensionRefusal(given, null, why, at(20))).toBe(null)
})

test('after that it is what the organisation works under: it only gets longer', () => {
  expect(extensionRefusal(given, null, why, at(21))).toBe('already-counts')
  expect(extensionRefusal(given, at(25), why, at(21))).toBe('earlier-than-given')
  expect(extensionRefusal(given, at(29), why, at(21))).toBe(null)
})

test('what was not given is not taken back, and a closed round gives nothing', () => {
  expect(extensionRefusal(standing, null, why, at(10))).toBe('nothing-to-take-back')
  expect(extensionRefusal({ ...given, closedAt: at(11) }, at(29), why, at(12))).toBe('round-closed')
})
