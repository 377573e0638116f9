import { expect, test } from 'vitest'
import { plainly } from '../expansion.ts'
import { lexemesOfDocument } from '../lexemes.ts'
import { parseQuery } from '../query.ts'
import type { QueryNode } from '../tree.ts'
import { plan } from './planner.ts'
import { quoteLexeme, tsvectorText } from './tsvector.ts'

const exact = (text: string): QueryNode => ({ kind: 'term', text, match: 'exact' })
const typed = (text: string) => {
  const parsed = parseQuery(text)
  return 'query' in parsed ? plan(plainly(parsed.query)) : parsed.refusal
}
const tsquery = (text: string) => ({ kind: 'tsquery', text })

test('a word is any of its stems', () => {
  expect(typed('kommunene')).toEqual(tsquery("('kommunene' | 'kommun' | 'kommunen')"))
})

test('an exact word is its marked form', () => {
  expect(plan(exact('Ålesund'))).toEqual(tsquery("'=aalesund'"))
})

test('words are joined with and', () => {
  expect(typed('ikt 11')).toEqual(tsquery("('ikt' & '11')"))
})

test('a phrase is a chain of neighbours', () => {
  expect(typed('"digital kompetanse"')).toEqual(tsquery("('=digital' <-> '=kompetanse')"))
  expect(typed('11-5')).toEqual(tsquery("('11' <-> '5')"))
})

test('or and not nest', () => {
  const query: QueryNode = {
    kind: 'and',
    children: [
      { kind: 'or', children: [exact('a'), exact('b')] },
      { kind: 'not', child: exact('c') },
    ],
  }
  expect(plan(query)).toEqual(tsquery("(('=a' | '=b') & !('=c'))"))
})

test('a term of several words is their phrase', () => {
  expect(plan(exact('IKT-plan'))).toEqual(tsquery("('=ikt' <-> '=plan')"))
})

test('everything and nothing are worked out before the database is asked', () => {
  const everything: QueryNode = { kind: 'all' }
  expect(plan({ kind: 'and', children: [everything, exact('a')] })).toEqual(tsquery("'=a'"))
  expect(plan({ kind: 'or', children: [everything, exact('a')] })).toEqual({ kind: 'all' })
  expect(plan({ kind: 'not', child: everything })).toEqual({ kind: 'none' })
  expect(plan({ kind: 'and', children: [] })).toEqual({ kind: 'all' })
  expect(plan({ kind: 'or', children: [] })).toEqual({ kind: 'none' })
  expect(plan(exact('§'))).toEqual({ kind: 'none' })
  expect(plan({ kind: 'not', child: exact('§') })).toEqual({ kind: 'all' })
})

test('quotes and backslashes in a lexeme are spelt so that they end nothing', () => {
  expect(quoteLexeme("a'b\\c")).toBe("'a''b\\\\c'")
})

test('a text is indexed as stem and marked form at each place', () => {
  expect(tsvectorText(lexemesOfDocument({ body: 'Skolen og skoler', senderName: 'KS', lang: 'nb' }))).toBe(
    "'skol':1,3 '=skolen':1 'og':2 '=og':2 '=skoler':3 '@ks':1 '@=ks':1 '#nb'",
  )
})
