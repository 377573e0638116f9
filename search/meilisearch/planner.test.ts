import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicScope, staffScope } from '../port.ts'
import type { QueryNode } from '../tree.ts'
import { both, type Condition, depthOf, except, filterText, oneOf } from './condition.ts'
import { narrowing, plan } from './planner.ts'
import { spelt, unspelt } from './spelling.ts'

const exact = (text: string): QueryNode => ({ kind: 'term', text, match: 'exact' })
const phrase = (...words: string[]): QueryNode => ({ kind: 'phrase', words, match: 'exact' })
const not = (child: QueryNode): QueryNode => ({ kind: 'not', child })
const and = (...children: QueryNode[]): QueryNode => ({ kind: 'and', children })
const or = (...children: QueryNode[]): QueryNode => ({ kind: 'or', children })

const said = (condition: Condition) =>
  condition.kind === 'all' || condition.kind === 'none' ? condition.kind : filterText(condition)
const planned = (query: QueryNode) => {
  const { sure, open } = plan(query)
  return { sure: said(sure), open: said(open) }
}

test('a word is a lexeme the document has', () => {
  expect(planned(exact('Plan'))).toEqual({ sure: 'lexSet = "=plan"', open: 'none' })
})

test('alternatives are one list', () => {
  const query = or(exact('a'), or(exact('b'), exact('a')))
  expect(planned(query)).toEqual({ sure: 'lexSet IN ["=a", "=b"]', open: 'none' })
})

test('and, or and not nest', () => {
  expect(planned(and(or(exact('a'), and(exact('b'), exact('c'))), not(exact('d')))).sure).toBe(
    '(lexSet = "=a" OR (lexSet = "=b" AND lexSet = "=c")) AND NOT lexSet = "=d"',
  )
  expect(planned(not(not(exact('a')))).sure).toBe('lexSet = "=a"')
})

test('a beginning, a language and the name of a sender are lexemes too', () => {
  expect(planned({ kind: 'prefix', text: 'Klim' }).sure).toBe('lexSet STARTS WITH "=klim"')
  expect(planned({ kind: 'prefix', text: 'Klim', field: 'sender' }).sure).toBe('lexSet STARTS WITH "@=klim"')
  expect(planned({ kind: 'language', lang: 'nn' }).sure).toBe('lexSet = "#nn"')
})

test('who has the words of a phrase or of nearness must be read', () => {
  const words = 'lexSet = "=a" AND lexSet = "=b"'
  expect(planned(phrase('a', 'b'))).toEqual({ sure: 'none', open: words })
  expect(planned({ kind: 'near', words: ['a', 'b'], match: 'exact', distance: 3 })).toEqual({
    sure: 'none',
    open: words,
  })
})

test('who lacks them matches its negation for certain', () => {
  expect(planned(not(phrase('a', 'b')))).toEqual({
    sure: 'NOT (lexSet = "=a" AND lexSet = "=b")',
    open: 'lexSet = "=a" AND lexSet = "=b"',
  })
})

test('who matches anyway need not be read', () => {
  expect(planned(or(exact('c'), phrase('a', 'b')))).toEqual({
    sure: 'lexSet = "=c"',
    open: '(lexSet = "=c" OR (lexSet = "=a" AND lexSet = "=b")) AND NOT lexSet = "=c"',
  })
  expect(planned(or({ kind: 'all' }, phrase('a', 'b')))).toEqual({ sure: 'all', open: 'none' })
  expect(planned(and(exact('§'), phrase('a', 'b')))).toEqual({ sure: 'none', open: 'none' })
})

test('a scope and choices narrow, less the choice of the facet that is counted', () => {
  const [one, other] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']
  const scope = staffScope([one])
  const filter = { roundIds: [other.toUpperCase()], selected: { county: ['03'], organisationKind: ['a b'] } }
  expect(scope && filterText(narrowing(scope, filter))).toBe(
    `audience = "staff" AND strategyId = "${one}" AND roundId = "${other}" AND organisationKind = "a_000wb" AND county = "03"`,
  )
  expect(filterText(narrowing(publicScope(), filter, 'county'))).toBe(
    `audience = "public" AND roundId = "${other}" AND organisationKind = "a_000wb"`,
  )
  expect(narrowing(publicScope(), { inputIds: [] })).toEqual({ kind: 'none' })
  expect(narrowing(publicScope(), { inputIds: ['" OR audience = "staff'] })).toEqual({ kind: 'none' })
})

test('whatever a value holds, it is spelt in letters that mean nothing, and read back the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, beginning) => {
      expect(spelt(text)).toMatch(/^[a-z0-9=@#_-]*$/)
      expect(unspelt(spelt(text))).toBe(text)
      expect(spelt(beginning + text).startsWith(spelt(beginning))).toBe(true)
      expect(spelt(text).startsWith(spelt(beginning))).toBe(text.startsWith(beginning))
    }),
  )
})

test('depth is counted the way trees are nested', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text) => oneOf('lexSet', [text])) as [
    Condition,
    Condition,
    Condition,
  ]
  expect(depthOf(a)).toBe(0)
  expect(depthOf(both(a, both(b, c)))).toBe(1)
  expect(depthOf(both(a, except(both(b, c))))).toBe(3)
})
