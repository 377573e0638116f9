import { expect, test } from 'vitest'
import { matchesQuery } from './evaluation.ts'
import { lexemesOfDocument } from './lexemes.ts'
import type { QueryNode } from './tree.ts'

const doc = lexemesOfDocument({
  body: 'Skolene trenger flere lærere, og lærerne trenger tid',
  senderName: 'Nordvik kommune',
  lang: 'nb',
})
const holds = (query: QueryNode) => matchesQuery(query, doc)

const term = (text: string): QueryNode => ({ kind: 'term', text, match: 'inflected' })
const exact = (text: string): QueryNode => ({ kind: 'term', text, match: 'exact' })
const near = (words: [string, string], distance: number): QueryNode => ({
  ...{ kind: 'near', words, match: 'inflected', distance },
})

test('a word is there in any inflection, or only as written', () => {
  expect(holds(term('skole'))).toBe(true)
  expect(holds(exact('skole'))).toBe(false)
  expect(holds(exact('skolene'))).toBe(true)
})

test('a phrase is there where its words follow one another', () => {
  const phrase = (...words: string[]): QueryNode => ({ kind: 'phrase', words, match: 'inflected' })
  expect(holds(phrase('lærer', 'trenge'))).toBe(true)
  expect(holds(phrase('trenge', 'lærer'))).toBe(false)
  expect(holds(phrase('lærer', 'trenge', 'tid'))).toBe(true)
  expect(holds(phrase())).toBe(false)
})

test('a beginning is that of a form as written', () => {
  expect(holds({ kind: 'prefix', text: 'Lære' })).toBe(true)
  expect(holds({ kind: 'prefix', text: 'ærer' })).toBe(false)
  expect(holds({ kind: 'prefix', text: '§' })).toBe(false)
})

test('words are near each other in either order, and a word is not near itself', () => {
  expect(holds(near(['flere', 'skole'], 2))).toBe(true)
  expect(holds(near(['flere', 'skole'], 1))).toBe(false)
  expect(holds(near(['tid', 'tid'], 10))).toBe(false)
  expect(holds(near(['trenge', 'trenge'], 6))).toBe(true)
})

test('the name of the sender is looked for by itself, and so is the language', () => {
  expect(holds(term('nordvik'))).toBe(false)
  expect(holds({ kind: 'term', text: 'nordvik', match: 'inflected', field: 'sender' })).toBe(true)
  expect(holds({ kind: 'prefix', text: 'nord', field: 'sender' })).toBe(true)
  expect(holds({ kind: 'language', lang: 'nb' })).toBe(true)
  expect(holds({ kind: 'language', lang: 'nn' })).toBe(false)
})

test('everything, both, either and not', () => {
  expect(holds({ kind: 'all' })).toBe(true)
  expect(holds({ kind: 'and', children: [term('skole'), term('hage')] })).toBe(false)
  expect(holds({ kind: 'or', children: [term('skole'), term('hage')] })).toBe(true)
  expect(holds({ kind: 'not', child: term('hage') })).toBe(true)
  expect(holds({ kind: 'and', children: [] })).toBe(true)
  expect(holds({ kind: 'or', children: [] })).toBe(false)
})
