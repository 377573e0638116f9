import { expect, test } from 'vitest'
import { referencesIn } from './paragraph-reference.ts'

const draft = { strategies: ['digital', 'digital-kompetanse'], document: 'utkast', version: 1 }

test('a paragraph is referred to by the address its readers copy, in any language and once', () => {
  const text =
    'Se https://innspill.example/nn/strategies/digital/documents/utkast/1#avsnitt-4.2. ' +
    'Og /strategies/digital-kompetanse/documents/utkast/1#avsnitt-4.a1, /strategies/digital/documents/utkast/1#avsnitt-4.2'
  expect(referencesIn(text, draft)).toEqual(['4.2', '4.a1'])
})

test('other versions, documents and strategies are not meant', () => {
  const text = [
    '/strategies/digital/documents/utkast/2#avsnitt-4.2',
    '/strategies/digital/documents/utkast/11#avsnitt-4.2',
    '/strategies/digital/documents/annet/1#avsnitt-4.2',
    '/strategies/annen/documents/utkast/1#avsnitt-4.2',
    '/strategies/digital/documents/utkast/1',
  ].join(' ')
  expect(referencesIn(text, draft)).toEqual([])
})
