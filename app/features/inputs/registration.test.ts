import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { letterDoc, letterOf, readLetter, senderKey } from './registration.ts'

const line = {
  id: 'brev-1',
  respondent: 'Solvær kommune',
  type: 'kommune',
  date: '2026-03-14',
  lang: 'nn',
  text: 'Vi treng lærarar som får tid.',
}
const letter = {
  externalId: 'brev-1',
  sender: { kind: 'municipality', name: 'Solvær kommune' },
  receivedOn: '2026-03-14',
  lang: 'nn',
  noRemarks: false,
  text: 'Vi treng lærarar som får tid.',
}

const faultsOf = (own: Record<string, unknown>) => {
  const outcome = letterOf({ ...line, ...own })
  return 'faults' in outcome ? outcome.faults.map(({ field, refusal }) => `${field} ${refusal}`) : []
}
const dateOf = (date: unknown) => {
  const outcome = letterOf({ ...line, date })
  return 'letter' in outcome ? outcome.letter.receivedOn : outcome.faults[0]?.refusal
}
const langOf = (own: Record<string, unknown>) => {
  const outcome = letterOf({ ...line, lang: undefined, ...own })
  return 'letter' in outcome ? outcome.letter.lang : outcome.faults[0]
}

test('a line says what a letter is, and other fields are passed over', () => {
  expect(readLetter(JSON.stringify(line))).toEqual({ letter })
  expect(letterOf({ ...line, source: 'x', category: ['y'] })).toEqual({ letter })
})

test('a day and a year are kept as they are, a moment becomes the day it was written on', () => {
  expect(dateOf('2021-10-13')).toBe('2021-10-13')
  expect(dateOf('2011')).toBe('2011')
  expect(dateOf(2011)).toBe('2011')
  expect(dateOf('2025-05-28T23:30Z')).toBe('2025-05-28')
  expect(dateOf('2025-05-28T23:30:59.123+02:00')).toBe('2025-05-28')
  expect(dateOf(' 2024-02-29 ')).toBe('2024-02-29')
})

test('a letter need not say when it was written', () => {
  for (const nothing of ['', '  ', null, undefined]) expect(dateOf(nothing)).toBeNull()
})

test('days that never were, and other ways of writing a day, are refused', () => {
  const wrong = ['2023-02-29', '2021-13-01', '2021-00-10', '2021-04-31', '2021-1-1', '13.10.2021', '2021-10']
  const strange = ['0000', '20211013', 20211013, 2011.5, -2011, Number.NaN, true, [], {}, '2021-10-13T25:00Z']
  for (const date of [...wrong, ...strange, '2021-10-13T', 'x2021-10-13', '２０２１'])
    expect(dateOf(date), String(date)).toBe('not-a-date')
})

test('the language stands in one of two fields, and Norwegian alone is bokmål', () => {
  expect(langOf({ language: 'sv' })).toBe('sv')
  expect(langOf({ lang: 'no' })).toBe('nb')
  expect(langOf({ lang: 'nn-NO', language: 'en' })).toBe('nn')
  for (const lang of ['nb', 'nn', 'en', 'sv', 'fi', 'se']) expect(langOf({ lang })).toBe(lang)
  expect(langOf({})).toMatchObject({ field: 'lang', refusal: 'missing' })
  expect(langOf({ language: 'tysk' })).toMatchObject({
    field: 'language',
    refusal: 'unknown-language',
    found: 'tysk',
  })
})

test('a private person is a person, an unknown sort of sender is refused with the word that was found', () => {
  const person = letterOf({ ...line, type: 'privatperson', respondent: 'Kari Lund' })
  expect(person).toMatchObject({ letter: { sender: { kind: 'person', name: 'Kari Lund' } } })
  expect(letterOf({ ...line, type: 'komune' })).toEqual({
    externalId: 'brev-1',
    faults: [{ field: 'type', refusal: 'unknown-type', found: 'komune' }],
  })
})

test('everything wrong with a line is said at once', () => {
  expect(faultsOf({ id: null, respondent: ' ', type: 7, date: 'i går', lang: '', text: ' \n\f' })).toEqual([
    'id missing',
    'respondent missing',
    'type not-text',
    'date not-a-date',
    'lang missing',
    'text missing',
  ])
  expect(faultsOf({ id: 'x'.repeat(201), respondent: 'x'.repeat(301) })).toEqual([
    'id too-long',
    'respondent too-long',
  ])
})

test('an id may be a number', () => {
  expect(letterOf({ ...line, id: 17 })).toMatchObject({ letter: { externalId: '17' } })
  expect(faultsOf({ id: 1.5 })).toEqual(['id not-text'])
})

test('a letter may say that it has nothing to remark, and then needs no words', () => {
  const silent = { ...letter, noRemarks: true, text: '' }
  for (const text of [undefined, null, '', ' \n']) {
    expect(letterOf({ ...line, noRemarks: true, text })).toEqual({ letter: silent })
    expect(faultsOf({ noRemarks: false, text })).toEqual(['text missing'])
  }
  expect(letterOf({ ...line, noRemarks: true })).toEqual({ letter: { ...silent, text: line.text } })
  for (const word of ['ja', 1, 'true', []])
    expect(faultsOf({ noRemarks: word })).toEqual(['noRemarks not-yes-or-no'])
  expect(faultsOf({ noRemarks: true, text: 7 })).toEqual(['text not-text'])
})

test('a damaged text is refused, not mended by guess', () => {
  expect(faultsOf({ text: 'før\u0000etter' })).toEqual(['text damaged'])
  expect(faultsOf({ text: 'halv \ud83d', respondent: 'halv \ude00', id: '\u0000' })).toEqual([
    'id damaged',
    'respondent damaged',
    'text damaged',
  ])
  expect(faultsOf({ text: 'hel 😀' })).toEqual([])
})

test('what is not an object in JSON is refused as a line', () => {
  for (const text of ['', '{', '{"id": 1,}', '\u0000', '['.repeat(100_000)])
    expect(readLetter(text)).toEqual({ externalId: null, faults: [{ field: 'line', refusal: 'not-json' }] })
  for (const text of ['[]', 'null', '"x"', '12', '[{}]'])
    expect(readLetter(text)).toEqual({
      externalId: null,
      faults: [{ field: 'line', refusal: 'not-an-object' }],
    })
})

test('no line and no JSON value makes reading throw', () => {
  const value = fc.oneof(fc.jsonValue({ noUnicodeString: false }), fc.string({ unit: 'binary' }))
  const near = fc.record(
    { id: value, respondent: value, type: value, date: value, lang: value, language: value, text: value },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(near, value), (json) => 'letter' in letterOf(json) || 'faults' in letterOf(json)),
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => 'faults' in readLetter(text)))
})

test('a letter that is taken has words in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const outcome = letterOf({ ...line, text })
      return 'faults' in outcome || canonicalText(letterDoc(outcome.letter.text)) !== ''
    }),
  )
})

test('a sender is known by kind and name, whatever the case and white space', () => {
  const key = senderKey({ kind: 'union', name: 'Lærarlaget i Solvær' })
  expect(senderKey({ kind: 'union', name: '  lærarlaget  I\tSOLVÆR ' })).toBe(key)
  expect(senderKey({ kind: 'person', name: 'Lærarlaget i Solvær' })).not.toBe(key)
})

test('headings, bullets and new pages stay on lines of their own', () => {
  const text = 'Oppsummering\r\n\r\n• tid til øving\r\n• felles mål\r\n\fSide to'
  expect(canonicalText(letterDoc(text))).toBe('Oppsummering\ntid til øving\nfelles mål\nSide to')
  expect(canonicalText(letterDoc('side én\fside to\vtre'))).toBe('side én\nside to\ntre')
})
