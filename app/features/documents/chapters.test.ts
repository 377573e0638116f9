import { expect, test } from 'vitest'
import { chaptersOf, signatoryOf } from './chapters.ts'
import { numberParagraphs } from './paragraph.ts'

const blocks = numberParagraphs([
  { kind: 'paragraph' },
  { kind: 'heading', unnumbered: true },
  { kind: 'paragraph' },
  { kind: 'signature' },
  { kind: 'heading' },
  { kind: 'paragraph' },
  { kind: 'signature' },
  { kind: 'heading', unnumbered: true },
])

test('blocks are read by chapter, in their order and none left out', () => {
  const chapters = chaptersOf(blocks)
  expect(chapters.map(({ heading, blocks }) => [heading?.anchor ?? null, blocks.length])).toEqual([
    [null, 1],
    ['u2', 2],
    ['1', 2],
    ['u3', 0],
  ])
  expect(chapters.flatMap(({ heading, blocks }) => (heading ? [heading, ...blocks] : blocks))).toEqual(blocks)
})

test('only an uncounted chapter that somebody signed stands apart', () => {
  expect(chaptersOf(blocks).map(({ signed }) => signed)).toEqual([false, true, false, false])
})

test('a signature is a name and, on the lines under it, a title', () => {
  expect(signatoryOf('Ada Lie\nutdanningsdirektør')).toEqual({ name: 'Ada Lie', title: 'utdanningsdirektør' })
  expect(signatoryOf('Departementet og Fellesorganet')).toEqual({
    name: 'Departementet og Fellesorganet',
    title: '',
  })
})
