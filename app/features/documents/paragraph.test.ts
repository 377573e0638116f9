import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Block,
  contentsOf,
  elementId,
  numberParagraphs,
  PARAGRAPH_KINDS,
  shownNumber,
} from './paragraph.ts'

const draft: Block[] = [
  { kind: 'heading', unnumbered: true },
  { kind: 'paragraph' },
  { kind: 'signature' },
  { kind: 'heading' },
  { kind: 'ambition' },
  { kind: 'paragraph' },
  { kind: 'subheading' },
  { kind: 'paragraph' },
  { kind: 'heading' },
  { kind: 'paragraph' },
]

test('chapters are counted and paragraphs are counted within them', () => {
  expect(numberParagraphs(draft).map((block) => block.number)).toEqual([
    ...[null, null, null],
    ...['1', null, '1.1', null, '1.2'],
    ...['2', '2.1'],
  ])
})

test('every block has an address of its own, also without a number', () => {
  expect(numberParagraphs(draft).map((block) => block.anchor)).toEqual([
    ...['u1', 'u1.1', 'u1.u1'],
    ...['1', '1.a1', '1.1', '1.s1', '1.2'],
    ...['2', '2.1'],
  ])
  const block = fc.record({ kind: fc.constantFrom(...PARAGRAPH_KINDS), unnumbered: fc.boolean() })
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      const anchors = numberParagraphs(blocks).map((placed) => placed.anchor)
      expect(new Set(anchors).size).toBe(blocks.length)
    }),
  )
})

test('text before the first heading has an address too', () => {
  expect(numberParagraphs([{ kind: 'paragraph' }, { kind: 'paragraph' }, { kind: 'heading' }])).toMatchObject(
    [
      { number: null, anchor: 'u1.1' },
      { number: null, anchor: 'u1.2' },
      { number: '1', anchor: '1' },
    ],
  )
})

test('the number of a stored block is read from its address', () => {
  expect(shownNumber('4.2')).toBe('4.2')
  expect(shownNumber('4.a1')).toBe(null)
  expect(elementId('4.2')).toBe('avsnitt-4.2')
})

test('the contents list the headings with number and address', () => {
  const paragraphs = [
    { kind: 'heading', anchor: 'u1', text: { nb: 'Forord' } },
    { kind: 'heading', anchor: '1', text: { nb: 'Personvern' } },
    { kind: 'paragraph', anchor: '1.1', text: { nb: 'Barn har rett til vern.' } },
  ]
  expect(contentsOf(paragraphs)).toEqual([
    { number: null, anchor: 'u1', text: { nb: 'Forord' } },
    { number: '1', anchor: '1', text: { nb: 'Personvern' } },
  ])
})
