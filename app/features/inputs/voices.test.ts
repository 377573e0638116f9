import { expect, test } from 'vitest'
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
