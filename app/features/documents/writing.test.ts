import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PARAGRAPH_KINDS } from './paragraph.ts'
import {
  type DraftBlock,
  editBlock,
  insertAfter,
  isAnywhereTooLong,
  isUncounted,
  joinBlocks,
  missingForms,
  moveAfter,
  moveBlock,
  pairBlocks,
  removeBlock,
  translatedBlocks,
} from './writing.ts'
import { blocksFromText } from './writing-notation.ts'

const paragraph = (id: string, nb: string, nn?: string): DraftBlock => ({
  ...{ id, kind: 'paragraph', copiedFromId: `old-${id}` },
  text: { nb, ...(nn !== undefined && { nn }) },
})
const three = [paragraph('a', 'En.', 'Ein.'), paragraph('b', 'To.'), paragraph('c', 'Tre.', 'Tre.')]
const textsOf = (outcome: object) =>
  ('blocks' in outcome ? (outcome.blocks as DraftBlock[]) : []).map(({ text }) => text.nb)

test('the languages of a text are laid beside each other', () => {
  const outcome = pairBlocks({
    ...{ nb: blocksFromText('# Barn\n\nEn.'), nn: blocksFromText('# Born\n\nEin.') },
    sv: blocksFromText('# Barn\n\nEtt.'),
  })
  expect(outcome).toEqual({
    blocks: [
      { kind: 'heading', text: { nb: 'Barn', nn: 'Born', sv: 'Barn' } },
      { kind: 'paragraph', text: { nb: 'En.', nn: 'Ein.', sv: 'Ett.' } },
    ],
  })
})

test('two written forms that part are refused with the place where they do', () => {
  const differ = (nb: string, nn: string) => pairBlocks({ nb: blocksFromText(nb), nn: blocksFromText(nn) })
  expect(differ('En.\n\nTo.', 'Ein.\n\n> To.')).toEqual({ refusal: 'forms-differ', at: 2 })
  expect(differ('En.', 'Ein.\n\nTo.')).toEqual({ refusal: 'forms-differ', at: 2 })
  expect(differ('# Forord', '#! Føreord')).toEqual({ refusal: 'forms-differ', at: 1 })
  expect(differ('', ' ')).toEqual({ refusal: 'no-text' })
  const nn = blocksFromText('Ein.\n\nTo.')
  expect(pairBlocks({ nn, sv: blocksFromText('Ett.') })).toEqual({ refusal: 'forms-differ', at: 2 })
  expect(pairBlocks({ sv: nn })).toEqual({ refusal: 'no-text' })
})

test('one written form alone is a text', () => {
  expect(pairBlocks({ nb: [], nn: blocksFromText('Ein.') })).toEqual({
    blocks: [{ kind: 'paragraph', text: { nn: 'Ein.' } }],
  })
})

test('blocks are put in after another or first of all, but not after one that is gone', () => {
  const made = [{ kind: 'paragraph' as const, text: { nb: 'Ny.' } }]
  expect(textsOf(insertAfter(three, 'a', made))).toEqual(['En.', 'Ny.', 'To.', 'Tre.'])
  expect(textsOf(insertAfter(three, null, made))).toEqual(['Ny.', 'En.', 'To.', 'Tre.'])
  expect(insertAfter(three, 'x', made)).toEqual({ refusal: 'gone' })
})

test('a blank line splits a block; the new part began as a copy of the same', () => {
  const words = { kind: 'paragraph' as const, nb: 'En.\n\nOg en til.', nn: 'Ein.\n\nOg ein til.' }
  const outcome = editBlock(three, 'a', words)
  expect(outcome).toMatchObject({
    blocks: [
      { id: 'a', copiedFromId: 'old-a', text: { nb: 'En.', nn: 'Ein.' } },
      { copiedFromId: 'old-a', text: { nb: 'Og en til.', nn: 'Og ein til.' } },
      { id: 'b' },
      { id: 'c' },
    ],
  })
  expect('blocks' in outcome && outcome.blocks[1]?.id).toBe(undefined)
  expect(editBlock(three, 'a', { ...words, nn: 'Ein.' })).toEqual({ refusal: 'parts-differ' })
  expect(editBlock(three, 'a', { ...words, nb: ' ', nn: '' })).toEqual({ refusal: 'no-text' })
})

test('a translation is written, split and emptied with the block', () => {
  const block: DraftBlock = { id: 'a', kind: 'paragraph', text: { nb: 'En.', en: 'One.', sv: 'Ett.' } }
  const edit = (words: object) =>
    editBlock([block], 'a', { kind: 'paragraph', nb: 'En.\n\nTo.', nn: '', ...words })
  expect(edit({ en: 'One.\n\nTwo.', sv: ' ' })).toMatchObject({
    blocks: [{ id: 'a', text: { nb: 'En.', en: 'One.' } }, { text: { nb: 'To.', en: 'Two.' } }],
  })
  expect(JSON.stringify(edit({ en: '', sv: '' }))).not.toMatch(/One|Ett/)
  expect(edit({ en: 'One.' })).toEqual({ refusal: 'parts-differ' })
  expect(edit({ nb: ' ', en: 'One.' })).toEqual({ refusal: 'no-text' })
})

test('two blocks become one in every language', () => {
  const blocks: DraftBlock[] = [
    { id: 'a', kind: 'paragraph', text: { nb: 'En.', sv: 'Ett.' } },
    { id: 'b', kind: 'paragraph', text: { nb: 'To.', en: 'Two.', sv: 'Två.' } },
  ]
  expect(joinBlocks(blocks, 'a')).toMatchObject({
    blocks: [{ text: { nb: 'En. To.', en: 'Two.', sv: 'Ett. Två.' } }],
  })
})

test('a translation that is too long is too long too', () => {
  const words = (length: number) => ({ nb: 'x', sv: 'x'.repeat(length) })
  expect(isAnywhereTooLong({ kind: 'heading', text: words(301) })).toBe(true)
  expect(isAnywhereTooLong({ kind: 'heading', text: words(300) })).toBe(false)
})

test('it is told how many blocks are translated', () => {
  const texts = [{ nb: 'En.', en: 'One.', sv: ' ' }, { nb: 'To.', sv: 'Två.' }, { en: 'Three.' }]
  expect(translatedBlocks(texts.map((text) => ({ text })))).toEqual({ en: 2, sv: 1 })
})

test('a text in other languages stays when the Norwegian is written', () => {
  const block: DraftBlock = { id: 'a', kind: 'paragraph', text: { nb: 'En.', en: 'One.' } }
  const outcome = editBlock([block], 'a', { kind: 'paragraph', nb: 'En gang.', nn: '' })
  expect(outcome).toMatchObject({ blocks: [{ text: { nb: 'En gang.', en: 'One.' } }] })
})

test('only a chapter can be left uncounted', () => {
  const written = (kind: 'heading' | 'paragraph') =>
    editBlock(three, 'a', { kind, unnumbered: true, nb: 'Forord', nn: '' })
  expect(written('heading')).toMatchObject({ blocks: [{ unnumbered: true }, {}, {}] })
  const outcome = written('paragraph')
  expect('blocks' in outcome && outcome.blocks[0]).not.toHaveProperty('unnumbered')
  expect([
    isUncounted('heading', 'u1'),
    isUncounted('heading', '2'),
    isUncounted('paragraph', 'u1.1'),
  ]).toEqual([...[true, false, false]])
})

test('a block changes places with its neighbour and stays where there is none', () => {
  expect(textsOf(moveBlock(three, 'b', 'up'))).toEqual(['To.', 'En.', 'Tre.'])
  expect(textsOf(moveBlock(three, 'b', 'down'))).toEqual(['En.', 'Tre.', 'To.'])
  expect(textsOf(moveBlock(three, 'a', 'up'))).toEqual(['En.', 'To.', 'Tre.'])
  expect(textsOf(moveBlock(three, 'c', 'down'))).toEqual(['En.', 'To.', 'Tre.'])
})

test('a block goes to right after another, whose number says where', () => {
  const placed = three.map((block, at) => ({ ...block, anchor: `1.${at + 1}` }))
  expect(textsOf(moveAfter(placed, 'a', ' 1.3 '))).toEqual(['To.', 'Tre.', 'En.'])
  expect(textsOf(moveAfter(placed, 'c', '1.1'))).toEqual(['En.', 'Tre.', 'To.'])
  expect(moveAfter(placed, 'a', '1.1')).toEqual({ refusal: 'no-such-paragraph' })
  expect(moveAfter(placed, 'a', '9.9')).toEqual({ refusal: 'no-such-paragraph' })
  expect(moveAfter(placed, 'x', '1.1')).toEqual({ refusal: 'gone' })
})

test('joined sentences go on after each other, lines of a list stay lines', () => {
  expect(joinBlocks(three, 'a')).toMatchObject({
    blocks: [{ id: 'a', text: { nb: 'En. To.', nn: 'Ein.' } }, {}],
  })
  const list = [paragraph('a', 'Vi vil:'), paragraph('b', '– dele\n– lære')]
  expect(textsOf(joinBlocks(list, 'a'))).toEqual(['Vi vil:\n– dele\n– lære'])
  expect(joinBlocks(three, 'c')).toEqual({ refusal: 'kinds-differ' })
  const mixed: DraftBlock[] = [{ id: 'h', kind: 'heading', text: { nb: 'Barn' } }, ...three]
  expect(joinBlocks(mixed, 'h')).toEqual({ refusal: 'kinds-differ' })
})

test('the blocks that lack a written form are counted', () => {
  expect(missingForms(three)).toEqual({ nb: 0, nn: 1 })
})

const word = fc.stringMatching(/^[a-zæøå]{1,6}$/)
const someBlocks = fc
  .array(fc.record({ kind: fc.constantFrom(...PARAGRAPH_KINDS), nb: word, nn: fc.option(word) }), {
    minLength: 1,
  })
  .map((all) =>
    all.map(
      ({ kind, nb, nn }, at): DraftBlock => ({
        id: `b${at}`,
        kind,
        text: { nb, ...(nn !== null && { nn }) },
      }),
    ),
  )
const act = fc.record({
  what: fc.constantFrom('up' as const, 'down' as const, 'join' as const, 'split' as const),
  at: fc.nat(),
})

// Every word of every language, without regard to where it stands.
const wordsOf = (blocks: readonly DraftBlock[]) =>
  blocks.flatMap(({ text }) => [text.nb, text.nn].flatMap((one) => one?.split(/\s+/) ?? [])).sort()

test('no word is lost or made by moving, joining and splitting, and no block is there twice', () => {
  fc.assert(
    fc.property(someBlocks, fc.array(act, { maxLength: 20 }), (start, acts) => {
      let blocks: DraftBlock[] = start
      for (const { what, at } of acts) {
        const block = blocks[at % blocks.length]
        if (!block?.id) continue
        const outcome =
          what === 'join'
            ? joinBlocks(blocks, block.id)
            : what === 'split'
              ? editBlock(blocks, block.id, {
                  ...{ kind: block.kind, nb: block.text.nb?.replace(/\s/, '\n\n') ?? '' },
                  nn: '',
                })
              : moveBlock(blocks, block.id, what)
        // Splitting here is of bokmål alone, so only blocks without nynorsk are split.
        if ('blocks' in outcome && !(what === 'split' && block.text.nn)) blocks = outcome.blocks
      }
      expect(wordsOf(blocks)).toEqual(wordsOf(start))
      const ids = blocks.flatMap(({ id }) => id ?? [])
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 300 },
  )
})

test('a block that is taken away takes only its own words', () => {
  fc.assert(
    fc.property(someBlocks, fc.nat(), (blocks, at) => {
      const block = blocks[at % blocks.length] as DraftBlock
      const outcome = removeBlock(blocks, block.id ?? '')
      expect('blocks' in outcome && outcome.blocks).toEqual(blocks.filter((one) => one !== block))
    }),
  )
})
