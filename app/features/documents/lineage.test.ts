import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDraftOf, aHistory, live, wordOf } from '#tests/factories/histories.ts'
import {
  alignmentRefusal,
  composeLineage,
  fateOf,
  type LineageBlock,
  type Link,
  languagesChanged,
  readsAlike,
  tellKinds,
} from './lineage.ts'

const blocks = (...words: string[]): LineageBlock[] =>
  words.map((word) => ({ id: word, kind: 'paragraph', text: { nb: word.toLowerCase() } }))

const link = (word: string): Link => {
  const [from = '', to = ''] = word.split('>')
  return { from: from || null, to: to || null }
}

const told = (links: string[], from: LineageBlock[], to: LineageBlock[]) =>
  tellKinds(links.map(link), from, to).map(({ kind, reworded }) => (reworded ? `${kind}*` : kind))

test('the kind follows from how many belong together, from the words and from the order', () => {
  const [from, to] = [blocks('a', 'b', 'c', 'd', 'e'), blocks('A', 'x', 'B1', 'B2', 'CD')]
  const links = ['a>A', '>x', 'b>B1', 'b>B2', 'c>CD', 'd>CD', 'e>']
  expect(told(links, from, to)).toEqual([
    ...['same', 'new', 'split*', 'split*', 'merged*', 'merged*', 'deleted'],
  ])
  expect(told(['a>b', 'b>a'], blocks('a', 'b'), blocks('a', 'b')).sort()).toEqual(
    ['changed*', 'moved*'].sort(),
  )
})

test('moved is what breaks the order of the rest: one paragraph, not all it passed', () => {
  const links = ['a>A', 'b>B', 'c>C', 'd>D', 'e>E']
  const from = blocks('a', 'b', 'c', 'd', 'e')
  expect(told(links, from, blocks('E', 'A', 'B', 'C', 'D'))).toEqual([
    'same',
    'same',
    'same',
    'same',
    'moved',
  ])
  expect(told(links, from, blocks('B', 'C', 'D', 'A', 'E'))).toEqual([
    'moved',
    'same',
    'same',
    'same',
    'same',
  ])
})

test('two paragraphs that pass a heading have moved; the heading has not', () => {
  const heading: LineageBlock = { id: 'h', kind: 'heading', text: { nb: 'h' } }
  const [from, to] = [
    [...blocks('a', 'b'), heading],
    [{ ...heading, id: 'H' }, ...blocks('A', 'B')],
  ]
  expect(told(['a>A', 'b>B', 'h>H'], from, to)).toEqual(['moved', 'moved', 'same'])
})

test('spaces are no change, a language only one of them has is none, another kind of block is one', () => {
  const one: LineageBlock = { id: 'a', kind: 'paragraph', text: { nb: 'Skolen skal ha nett.' } }
  const other = (text: LineageBlock['text'], kind = 'paragraph') => ({ id: 'A', kind, text })
  expect(readsAlike(one, other({ nb: 'Skolen  skal\nha nett. ', nn: 'Skulen skal ha nett.' }))).toBe(true)
  expect(readsAlike(one, other({ nb: 'Skolen skal ha nett.' }, 'ambition'))).toBe(false)
  expect(readsAlike(one, other({ nn: 'Skulen skal ha nett.' }))).toBe(false)
  const both = { nb: 'Skolen skal ha nett.', nn: 'Skulen skal ha nett.' }
  expect(languagesChanged(both, { ...both, nn: 'Skulen får nett.' })).toEqual(['nn'])
})

test('links are refused when a block is missing, unknown, told of twice or tangled', () => {
  const [from, to] = [blocks('a', 'b'), blocks('A', 'B')]
  const refusal = (...links: string[]) => alignmentRefusal(links.map(link), from, to)
  expect(refusal('a>A', 'b>B')).toBe(null)
  expect(refusal('a>A', 'a>B', 'b>')).toBe(null)
  expect(refusal('a>A', 'b>A', '>B')).toBe(null)
  expect(refusal('a>A', 'b>')).toBe('block-missing')
  expect(refusal('a>A', 'b>B', 'x>B')).toBe('unknown-block')
  expect(refusal('a>A', 'b>B', '>')).toBe('unknown-block')
  expect(refusal('A>a', 'b>B')).toBe('unknown-block')
  expect(refusal('a>A', 'a>A', 'b>B')).toBe('linked-twice')
  expect(refusal('a>A', 'b>B', 'b>')).toBe('linked-twice')
  expect(refusal('a>A', 'b>B', '>B')).toBe('linked-twice')
  expect(refusal('a>A', 'a>B', 'b>B')).toBe('tangled')
})

test('through a version between, a block leads where its parts lead, and what was taken out stays out', () => {
  const first = ['a>1', 'b>2', 'b>3', 'c>', '>4', 'd>5', 'e>5'].map(link)
  const second = ['1>A', '2>B', '3>B', '4>', '5>D', '>C'].map(link)
  const composed = composeLineage(first, second).map(wordOf)
  expect(composed.sort()).toEqual(['a > A', 'b > B', 'c > null', 'd > D', 'e > D', 'null > C'].sort())
})

test('composed lineage tells of every block, also where a part was merged with another', () => {
  const composed = composeLineage(['a>1', 'a>2', 'b>3'].map(link), ['1>A', '2>B', '3>B'].map(link))
  const kinds = tellKinds(composed, blocks('a', 'b'), blocks('A', 'B'))
  expect(kinds.map((one) => `${wordOf(one)} ${one.kind}`)).toEqual([
    ...['a > A split', 'a > B merged', 'b > B merged'],
  ])
})

test('composing the true lineage of two histories is the true lineage of one after the other', () => {
  const draft = aDraftOf(60, 3)
  fc.assert(
    fc.property(
      aHistory(20, ['insert', 'delete', 'move']),
      aHistory(20, ['insert', 'delete', 'move']),
      (one, two) => {
        const [second, straight] = [live(draft, one), live(draft, [...one, ...two], 'v3')]
        const third = live(second.blocks, two, 'v3')
        expect(composeLineage(second.truth, third.truth).map(wordOf).sort()).toEqual(
          straight.truth.map(wordOf).sort(),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('any two confirmed lineages compose to one that names every block of both ends', () => {
  const draft = aDraftOf(40, 5)
  fc.assert(
    fc.property(aHistory(25), aHistory(25), (one, two) => {
      const second = live(draft, one)
      const third = live(second.blocks, two, 'v3')
      const composed = composeLineage(second.truth, third.truth)
      expect(['tangled', null]).toContain(alignmentRefusal(composed, draft, third.blocks))
    }),
    { numRuns: 60 },
  )
})

test('what was said about a paragraph follows it, and is orphaned when it is taken out', () => {
  const [from, to] = [blocks('a', 'b', 'c', 'd', 'e', 'f'), blocks('F', 'A', 'Bx', 'C1', 'C2', 'DE')]
  const links = tellKinds(
    ['a>A', 'b>Bx', 'c>C1', 'c>C2', 'd>DE', 'e>DE', 'f>F'].map(link),
    [...from, ...blocks('g')],
    to,
  )
  const fate = (id: string) => fateOf(id, links)
  expect(fate('a')).toEqual({ fate: 'kept', to: ['A'] })
  expect(fate('b')).toEqual({ fate: 'changed', to: ['Bx'] })
  expect(fate('c')).toEqual({ fate: 'split', to: ['C1', 'C2'] })
  expect(fate('d')).toEqual({ fate: 'merged', to: ['DE'] })
  expect(fate('f')).toEqual({ fate: 'moved', to: ['F'] })
  expect(fateOf('g', [{ ...link('g>'), kind: 'deleted', reworded: false }])).toEqual({
    fate: 'orphaned',
    to: [],
  })
  expect(fate('x')).toBe(null)
})
