import { expect, test } from 'vitest'
import { type CountableVersion, effectiveVersions } from './effective.ts'
import { type OwnInput, voicesOf } from './voices.ts'

const input: OwnInput = {
  inputId: 'i-1',
  organisationId: 'o-1',
  countingVersions: 1,
  withdrawnAt: null,
  lastSubmittedAt: new Date('2026-09-01T00:00:00Z'),
}

test('an organisation has one voice in a round, however much it has sent', () => {
  const later = { ...input, inputId: 'i-2', lastSubmittedAt: new Date('2026-09-02T00:00:00Z') }
  expect(voicesOf([{ ...input, countingVersions: 3 }])).toHaveLength(1)
  expect(voicesOf([input, later])).toEqual([{ organisationId: 'o-1', inputId: 'i-2', through: 'own-input' }])
  expect(voicesOf([later, input])).toEqual(voicesOf([input, later]))
})

test('a private person is not counted as an organisation', () => {
  expect(voicesOf([{ ...input, organisationId: null }])).toEqual([])
})

test('a draft or a withdrawn input is no voice', () => {
  expect(voicesOf([{ ...input, countingVersions: 0 }])).toEqual([])
  expect(voicesOf([{ ...input, withdrawnAt: new Date('2026-09-03T00:00:00Z') }])).toEqual([])
})

const at = (day: number) => new Date(Date.UTC(2026, 8, day))
const letter = { kind: 'registered' as const, submittedAt: at(1), number: 1, takenBack: false }
const own = { kind: 'administrative' as const, submittedAt: at(2), number: 2, takenBack: false }
const voicesFrom = (...versions: (typeof letter | typeof own)[]) =>
  voicesOf([{ ...input, countingVersions: effectiveVersions<typeof letter | typeof own>(versions).length }])

test('a municipality that answered by letter and by the portal counts once, by both of them', () => {
  expect(effectiveVersions([letter, own])).toEqual([letter, own])
  expect(voicesFrom(letter, own)).toHaveLength(1)
  expect(voicesFrom(own, { ...letter, number: 3, submittedAt: at(3) })).toHaveLength(1)
})

test('the letter is not replaced by a correction of what was sent here, nor the other way', () => {
  const corrected = { kind: 'correction' as const, submittedAt: at(4), number: 3, takenBack: false }
  expect(effectiveVersions<CountableVersion>([letter, own, corrected])).toEqual([letter, corrected])
})

test('a municipality whose only letter was taken back is not heard', () => {
  expect(voicesFrom({ ...letter, takenBack: true })).toEqual([])
  expect(voicesFrom({ ...letter, takenBack: true }, own)).toHaveLength(1)
})
