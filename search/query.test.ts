import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from './query/grammar.ts'
import { typedOf } from './query/writing.ts'
import { parseQuery, termsIn } from './query.ts'
import type { TypedQuery } from './tree.ts'

const term = (text: string): TypedQuery => ({ kind: 'term', text, match: 'inflected' })
const exact = (text: string): TypedQuery => ({ kind: 'term', text, match: 'exact' })
const and = (...children: TypedQuery[]): TypedQuery => ({ kind: 'and', children })
const or = (...children: TypedQuery[]): TypedQuery => ({ kind: 'or', children })
const not = (child: TypedQuery): TypedQuery => ({ kind: 'not', child })
const near = (one: string, other: string, distance = 5): TypedQuery => ({
  ...{ kind: 'near', words: [one, other], match: 'inflected', distance },
})
const prefix = (text: string): TypedQuery => ({ kind: 'prefix', text })

function tree(typed: string, reading?: Reading): TypedQuery | string {
  const parsed = parseQuery(typed, reading)
  return 'query' in parsed ? parsed.query : parsed.refusal
}

const [a, b, c, d] = [term('a'), term('b'), term('c'), term('d')]

describe('words', () => {
  test('words must all be there', () => {
    expect(tree('  Digital kompetanse ')).toEqual(and(term('digital'), term('kompetanse')))
  })

  test('a single word is a term', () => {
    expect(tree('læreplan')).toEqual(term('læreplan'))
  })

  test('words in quotes stand together as written, whichever quotes are typed', () => {
    const phrase = { kind: 'phrase', words: ['digital', 'kompetanse'], match: 'exact' }
    for (const typed of [
      '"digital kompetanse"',
      '«digital kompetanse»',
      '“Digital kompetanse”',
      '„digital kompetanse“',
    ]) {
      expect(tree(typed)).toEqual(phrase)
    }
  })

  test('one word in quotes is that exact form, and signs and operators in quotes are words', () => {
    expect(tree('"skolen"')).toEqual(exact('skolen'))
    expect(tree('"OG"')).toEqual(exact('og'))
    expect(tree('"(skole*)"')).toEqual(exact('skole'))
  })

  test('a word with a hyphen stands together, a slash lists', () => {
    expect(tree('11-5')).toEqual({ kind: 'phrase', words: ['11', '5'], match: 'inflected' })
    expect(tree('barnehage/skole')).toEqual(and(term('barnehage'), term('skole')))
    expect(tree('NÆR/skole')).toEqual(and(term('nær'), term('skole')))
  })

  test('a dash between words and an ending in brackets are what they are in any text', () => {
    expect(tree('skole - hjem')).toEqual(and(term('skole'), term('hjem')))
    expect(tree('skole-')).toEqual(term('skole'))
    expect(tree('skole -')).toEqual(term('skole'))
    expect(tree('elev(er)')).toEqual({ kind: 'phrase', words: ['elev', 'er'], match: 'inflected' })
  })

  test('nothing typed asks for everything', () => {
    expect(tree(' \n ')).toEqual({ kind: 'all' })
  })
})

describe('operators', () => {
  test.each([
    ['a OG b', and(a, b)],
    ['a AND b', and(a, b)],
    ['a OCH b', and(a, b)],
    ['a ELLER b', or(a, b)],
    ['a OR b', or(a, b)],
    ['a IKKE b', and(a, not(b))],
    ['a IKKJE b', and(a, not(b))],
    ['a INTE b', and(a, not(b))],
    ['a NOT b', and(a, not(b))],
    ['a -b', and(a, not(b))],
    ['-a', not(a)],
    ['-"a"', not(exact('a'))],
    ['a NÆR/3 b', near('a', 'b', 3)],
    ['a NEAR/10 b', near('a', 'b', 10)],
    ['a NÄRA b', near('a', 'b')],
    ['a NÄRA b'.normalize('NFD'), near('a', 'b')],
  ])('%s', (typed, wanted) => expect(tree(typed)).toEqual(wanted))

  test('in small letters they are words', () => {
    expect(tree('og')).toEqual(term('og'))
    expect(tree('skole og hjem')).toEqual(and(term('skole'), term('og'), term('hjem')))
    expect(tree('Ikke skole')).toEqual(and(term('ikke'), term('skole')))
  })

  test('IKKE binds tighter than NÆR, NÆR than OG, and OG than ELLER', () => {
    expect(tree('a b ELLER c d')).toEqual(or(and(a, b), and(c, d)))
    expect(tree('a OG b ELLER c OG IKKE d')).toEqual(or(and(a, b), and(c, not(d))))
    expect(tree('a b NÆR/2 c d')).toEqual(and(a, near('b', 'c', 2), d))
    expect(tree('IKKE a b')).toEqual(and(not(a), b))
    expect(tree('IKKE (a NÆR b)')).toEqual(not(near('a', 'b')))
    expect(tree('IKKE a NÆR b')).toBe('near-needs-two-words')
  })

  test('brackets nest, with or without spaces around', () => {
    expect(tree('(a ELLER b) c')).toEqual(and(or(a, b), c))
    expect(tree('a OG(b ELLER(c d))')).toEqual(and(a, or(b, and(c, d))))
    expect(tree('a -(b ELLER c)')).toEqual(and(a, not(or(b, c))))
    expect(tree('(((a)))')).toEqual(a)
    expect(tree('a () b')).toEqual(and(a, b))
  })

  test('what is joined the same way twice is one list, and a negation of a negation is none', () => {
    expect(tree('a (b (c d))')).toEqual(and(a, b, c, d))
    expect(tree('(a ELLER b) ELLER c')).toEqual(or(a, b, c))
    expect(tree('IKKE IKKE a')).toEqual(a)
    expect(tree('IKKE -(IKKE a)')).toEqual(not(a))
  })

  test('an operator that is all there is, is a word', () => {
    expect(tree('OG')).toEqual(term('og'))
    expect(tree('IKKE')).toEqual(term('ikke'))
    expect(tree('NÆR')).toEqual(term('nær'))
  })

  test.each([
    'OG a',
    'a OG',
    'a OG OG b',
    'a ELLER',
    'ELLER a',
    'a ELLER ELLER b',
    'a IKKE',
    'a OG ()',
    '-()',
  ])('%s lacks words', (typed) => expect(tree(typed)).toBe('operator-without-words'))

  test.each([
    'a NÆR',
    'NÆR a',
    'NÆR/5',
    'a NÆR (b c)',
    'a NÆR b NÆR c',
    'a NÆR "b"',
    'a NÆR b-c',
    'a NÆR plan*',
  ])('%s is not about two words', (typed) => expect(tree(typed)).toBe('near-needs-two-words'))

  test('two words as written may be near each other', () => {
    expect(tree('"a" NÆR/1 "b"')).toEqual({ kind: 'near', words: ['a', 'b'], match: 'exact', distance: 1 })
  })

  test('words can be 1 to 10 apart', () => {
    for (const typed of ['a NÆR/0 b', 'a NÆR/11 b', `a NÆR/${'9'.repeat(400)} b`])
      expect(tree(typed)).toBe('distance-out-of-range')
  })

  test('brackets must come in pairs, and at most ten deep', () => {
    for (const typed of ['(a', 'a)', ')a(', '((a)', 'a ELLER (b'])
      expect(tree(typed)).toBe('unbalanced-parentheses')
    expect(tree(`${'('.repeat(10)}a${')'.repeat(10)}`)).toEqual(a)
    expect(tree(`${'('.repeat(11)}a${')'.repeat(11)}`)).toBe('nested-too-deep')
    expect(tree('('.repeat(500))).toBe('nested-too-deep')
  })
})

describe('readings', () => {
  test('with compounds, each plain word stands for compounds too', () => {
    const compounds = (text: string): TypedQuery => ({ kind: 'compounds', text })
    expect(tree('skole -plan "a" (mål* ELLER lov)', { compounds: true })).toEqual(
      and(compounds('skole'), not(compounds('plan')), exact('a'), or(prefix('mål'), compounds('lov'))),
    )
    expect(tree('skole NÆR plan', { compounds: true })).toEqual(near('skole', 'plan'))
  })

  test('with any, some of the words are enough, and words that only build a sentence are left out', () => {
    expect(parseQuery('Hvem er Robert Næss?', { any: true })).toEqual({
      query: or(term('robert'), term('næss')),
      ignored: ['hvem', 'er'],
    })
  })

  test('with any, what narrows still narrows, and what is joined stays joined', () => {
    expect(tree('skole hage språk:nn -barn avsender:nordvik', { any: true })).toEqual(
      and(or(term('skole'), term('hage')), { kind: 'language', lang: 'nn' }, not(term('barn')), {
        kind: 'term',
        text: 'nordvik',
        match: 'inflected',
        field: 'sender',
      }),
    )
    expect(tree('skole OG hage plan', { any: true })).toEqual(
      or(and(term('skole'), term('hage')), term('plan')),
    )
    expect(tree('hva OG hvem', { any: true })).toEqual(and(term('hva'), term('hvem')))
  })

  test('with any, words that only build a sentence are searched for when there are no others', () => {
    expect(parseQuery('hvem er det', { any: true })).toEqual({
      query: or(term('hvem'), term('er'), term('det')),
      ignored: [],
    })
    expect(tree('"hvem" er', { any: true })).toEqual(exact('hvem'))
  })

  test('without any, no word is left out', () => {
    expect(parseQuery('hvem er det')).toEqual({
      query: and(term('hvem'), term('er'), term('det')),
      ignored: [],
    })
  })
})

describe('bounds', () => {
  test('a quote that is not closed is refused', () => {
    expect(tree('"digital kompetanse')).toBe('unbalanced-quotes')
  })

  test('more than 64 words are refused, 64 are not', () => {
    expect(tree('a '.repeat(65))).toBe('too-many-terms')
    expect(tree('a '.repeat(200))).toBe('too-many-terms')
    expect(tree('a '.repeat(64))).toHaveProperty('kind', 'and')
  })

  test('more than 500 characters are refused', () => {
    expect(tree('a'.repeat(501))).toBe('query-too-long')
  })

  test('signs alone are nothing to search for', () => {
    expect(tree('§ – ""')).toBe('nothing-to-search-for')
    expect(tree('()')).toBe('nothing-to-search-for')
  })

  // Letters enough to make every construct, and little else.
  const pieces =
    'a skole "b c" OG ELLER IKKE NÆR/2 ( ) - * ~ avsender: språk:nn / : plan~ lær* *del* hva " er'
  const syntax = fc
    .array(fc.tuple(fc.constantFrom(...pieces.split(' ')), fc.constantFrom(' ', ' ', '')), { maxLength: 40 })
    .map((parts) => parts.flat().join(''))
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), syntax)
  const reading = fc.record({ compounds: fc.boolean(), any: fc.boolean() })

  test('whatever is typed is a query within bounds or a refusal', () => {
    fc.assert(
      fc.property(anything, reading, (typed, how) => {
        const parsed = parseQuery(typed, how)
        if ('query' in parsed) expect(termsIn(parsed.query)).toBeLessThanOrEqual(64)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a query written out and read again is the same query', () => {
    let compared = 0
    fc.assert(
      fc.property(syntax, reading, (typed, how) => {
        const query = tree(typed, how)
        if (typeof query === 'string') return
        const written = typedOf(query)
        expect(tree(written, { compounds: how.compounds })).toEqual(query)
        compared++
      }),
      { numRuns: 3_000 },
    )
    expect(compared).toBeGreaterThan(300)
  })
})
