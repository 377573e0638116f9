import { describe, expect, test } from 'vitest'
import { parseQuery } from '../query.ts'
import type { TypedQuery } from '../tree.ts'

const term = (text: string): TypedQuery => ({ kind: 'term', text, match: 'inflected' })
const and = (...children: TypedQuery[]): TypedQuery => ({ kind: 'and', children })
const not = (child: TypedQuery): TypedQuery => ({ kind: 'not', child })
const prefix = (text: string): TypedQuery => ({ kind: 'prefix', text })
const [a, b] = [term('a'), term('b')]

function tree(typed: string): TypedQuery | string {
  const parsed = parseQuery(typed)
  return 'query' in parsed ? parsed.query : parsed.refusal
}

describe('signs', () => {
  test('a star behind is any ending, a star in front any place, a wave a letter or two wrong', () => {
    expect(tree('Skol*')).toEqual(prefix('skol'))
    expect(tree('*skole')).toEqual({ kind: 'infix', text: 'skole' })
    expect(tree('*skole*')).toEqual({ kind: 'infix', text: 'skole' })
    expect(tree('skole~')).toEqual({ kind: 'fuzzy', text: 'skole' })
    expect(tree('a -skol* (lær*, plan~)')).toEqual(
      and(a, not(prefix('skol')), prefix('lær'), { kind: 'fuzzy', text: 'plan' }),
    )
  })

  test('they need some letters, and one word', () => {
    expect(tree('sk*')).toBe('part-too-short')
    expect(tree('*sk*')).toBe('part-too-short')
    expect(tree('ord~')).toBe('word-too-short')
    for (const typed of ['ikt-plan*', '"digital kompetanse"*', '(skole)~', '*skole~', 'elev(er)*', 'skole*~'])
      expect(tree(typed)).toBe('sign-needs-one-word')
  })

  test('alone they are nothing', () => {
    expect(tree('skole * ~ hjem')).toEqual(and(term('skole'), term('hjem')))
  })

  test('at most eight words may stand for many', () => {
    expect(tree('skole~ '.repeat(8))).toHaveProperty('kind', 'and')
    expect(tree(`${'skole~ '.repeat(8)}*plan*`)).toBe('too-many-open-words')
  })
})

describe('fields', () => {
  test.each(['avsender', 'avsendar', 'avsändare', 'sender', 'Avsender'])('%s: looks in the name', (name) => {
    expect(tree(`${name}:Nordvik`)).toEqual({
      ...{ kind: 'term', text: 'nordvik', match: 'inflected' },
      field: 'sender',
    })
    expect(tree(`${name}:nord*`)).toEqual({ kind: 'prefix', text: 'nord', field: 'sender' })
    expect(tree(`a -${name}:"Nordvik kommune" b`)).toEqual(
      and(a, not({ kind: 'phrase', words: ['nordvik', 'kommune'], match: 'exact', field: 'sender' }), b),
    )
  })

  test('a slash in a field lists names', () => {
    expect(tree('avsender:a/b')).toEqual(
      and(
        { kind: 'term', text: 'a', match: 'inflected', field: 'sender' },
        { kind: 'term', text: 'b', match: 'inflected', field: 'sender' },
      ),
    )
  })

  test('a language is one a passage can be in', () => {
    expect(tree('språk:nn a')).toEqual(and({ kind: 'language', lang: 'nn' }, a))
    expect(tree('lang:SE')).toEqual({ kind: 'language', lang: 'se' })
    expect(tree('språk:nynorsk')).toBe('unknown-language')
  })

  test('a field wants a word of its own, and only fields there are', () => {
    for (const typed of ['avsender:', 'avsender: "a"', 'avsender:""', 'språk:', 'avsender:(a b)'])
      expect(tree(typed)).toBe('field-without-word')
    expect(tree('avsender:nordvik~')).toBe('sign-needs-one-word')
    expect(tree('tema:skole')).toBe('unknown-field')
  })

  test('a colon in ordinary writing is no field', () => {
    expect(tree('12:30')).toEqual({ kind: 'phrase', words: ['12', '30'], match: 'inflected' })
    expect(tree('Mål: skole')).toEqual(and(term('mål'), term('skole')))
    expect(tree('EU:s')).toEqual({ kind: 'phrase', words: ['eu', 's'], match: 'inflected' })
    expect(tree('https://a.b')).toHaveProperty('kind', 'and')
  })
})
