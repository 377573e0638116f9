import { expect, test } from 'vitest'
import { lexemesOfDocument, wantedBy } from './lexemes.ts'

test('a text gives each word twice at its place: its stem, and its form as written', () => {
  const lexemes = lexemesOfDocument({ body: 'Skolen på øya. Skoler!', senderName: '', lang: 'nb' })
  expect(lexemes.get('skol')).toEqual([1, 4])
  expect(lexemes.get('=skolen')).toEqual([1])
  expect(lexemes.get('=oeya')).toEqual([3])
  expect(lexemes.get('=skole')).toBeUndefined()
})

test('the name of the sender and the language can never be taken for words of the text', () => {
  const lexemes = lexemesOfDocument({ body: 'nb', senderName: 'Skolen', lang: 'nb' })
  expect([...lexemes.keys()].sort()).toEqual(['#nb', '=nb', '@=skolen', '@skol', 'nb'])
  expect(lexemes.get('#nb')).toEqual([])
})

test('a word is wanted under the stems of every language, or only as written', () => {
  expect(wantedBy({ kind: 'term', text: 'Øyer', match: 'exact' })).toEqual({
    kind: 'run',
    words: [['=oeyer']],
  })
  const inflected = wantedBy({ kind: 'term', text: 'skolor', match: 'inflected' })
  expect(inflected.kind === 'run' && inflected.words.flat()).toContain('skol')
})

test('a field marks every lexeme wanted', () => {
  expect(
    wantedBy({ kind: 'phrase', words: ['Nordvik', 'kommune'], match: 'exact', field: 'sender' }),
  ).toEqual({
    kind: 'run',
    words: [['@=nordvik'], ['@=kommune']],
  })
  expect(wantedBy({ kind: 'prefix', text: 'Ås', field: 'sender' })).toEqual({
    kind: 'prefix',
    beginning: '@=aas',
  })
})

test('signs alone want nothing, whatever the leaf', () => {
  expect(wantedBy({ kind: 'term', text: '§', match: 'inflected' })).toEqual({ kind: 'none' })
  expect(wantedBy({ kind: 'phrase', words: ['–', '§'], match: 'exact' })).toEqual({ kind: 'none' })
  expect(wantedBy({ kind: 'near', words: ['§', 'a'], match: 'exact', distance: 3 })).toEqual({ kind: 'none' })
  expect(wantedBy({ kind: 'prefix', text: '§' })).toEqual({ kind: 'none' })
})

test('a language is a word of its own', () => {
  expect(wantedBy({ kind: 'language', lang: 'SE' })).toEqual({ kind: 'run', words: [['#se']] })
})
