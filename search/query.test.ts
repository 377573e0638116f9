import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery, termsIn } from './query.ts'
import type { QueryNode } from './tree.ts'

const term = (text: string): QueryNode => ({ kind: 'term', text, match: 'inflected' })

test('words must all be there', () => {
  expect(parseQuery('  Digital kompetanse ')).toEqual({
    query: { kind: 'and', children: [term('digital'), term('kompetanse')] },
  })
})

test('a single word is a term', () => {
  expect(parseQuery('læreplan')).toEqual({ query: term('læreplan') })
})

test('words in quotes stand together as written, whichever quotes are typed', () => {
  const phrase = { kind: 'phrase', words: ['digital', 'kompetanse'], match: 'exact' }
  for (const typed of [
    '"digital kompetanse"',
    '«digital kompetanse»',
    '“Digital kompetanse”',
    '„digital kompetanse“',
  ]) {
    expect(parseQuery(typed)).toEqual({ query: phrase })
  }
})

test('one word in quotes is that exact form', () => {
  expect(parseQuery('"skolen"')).toEqual({ query: { kind: 'term', text: 'skolen', match: 'exact' } })
})

test('a word with a hyphen stands together, a slash lists', () => {
  expect(parseQuery('11-5')).toEqual({ query: { kind: 'phrase', words: ['11', '5'], match: 'inflected' } })
  expect(parseQuery('barnehage/skole')).toEqual({
    query: { kind: 'and', children: [term('barnehage'), term('skole')] },
  })
})

test('nothing typed asks for everything', () => {
  expect(parseQuery(' \n ')).toEqual({ query: { kind: 'all' } })
})

test('a quote that is not closed is refused', () => {
  expect(parseQuery('"digital kompetanse')).toEqual({ refusal: 'unbalanced-quotes' })
})

test('more than 64 words are refused, 64 are not', () => {
  expect(parseQuery('a '.repeat(65))).toEqual({ refusal: 'too-many-terms' })
  expect(parseQuery('a '.repeat(64))).toHaveProperty('query')
})

test('more than 500 characters are refused', () => {
  expect(parseQuery('a'.repeat(501))).toEqual({ refusal: 'query-too-long' })
})

test('signs alone are nothing to search for', () => {
  expect(parseQuery('§ – ""')).toEqual({ refusal: 'nothing-to-search-for' })
})

test('whatever is typed is a query within bounds or a refusal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
      const parsed = parseQuery(typed)
      if ('query' in parsed) expect(termsIn(parsed.query)).toBeLessThanOrEqual(64)
    }),
  )
})
