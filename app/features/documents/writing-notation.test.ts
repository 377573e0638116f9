import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PARAGRAPH_KINDS } from './paragraph.ts'
import { blocksFromText, partsOf, textFromBlocks, tidyText, type WrittenBlock } from './writing-notation.ts'

test('a text in the notation is read as blocks', () => {
  const text = `#! Forord
Vi vil høre fra dere.

Takk for hjelpen.

-- Sofie Lind
-- direktør

# Personvern
## Barn
Første linje
andre linje

> Alle barn
> er trygge på nett`
  expect(blocksFromText(text)).toEqual([
    { kind: 'heading', unnumbered: true, text: 'Forord' },
    { kind: 'paragraph', text: 'Vi vil høre fra dere.' },
    { kind: 'paragraph', text: 'Takk for hjelpen.' },
    { kind: 'signature', text: 'Sofie Lind\ndirektør' },
    { kind: 'heading', text: 'Personvern' },
    { kind: 'subheading', text: 'Barn' },
    { kind: 'paragraph', text: 'Første linje\nandre linje' },
    { kind: 'ambition', text: 'Alle barn\ner trygge på nett' },
  ])
})

test('a paragraph may begin with a mark when it is escaped, and #tags and lists are words like others', () => {
  expect(blocksFromText('\\# er et tegn\n\\-- også\n\n#skole – deling\n– første\n– andre')).toEqual([
    { kind: 'paragraph', text: '# er et tegn\n-- også' },
    { kind: 'paragraph', text: '#skole – deling\n– første\n– andre' },
  ])
})

test('nothing is made of blank lines and marks alone', () => {
  expect(blocksFromText(' \n\n# \n\n>\n\t\n--')).toEqual([])
})

const piece = fc.oneof(
  fc.constantFrom(
    '# ',
    '#! ',
    '## ',
    '> ',
    '-- ',
    '\\',
    '\n',
    '\n\n',
    ' ',
    '\t',
    'ord',
    '– ',
    '🎻',
    '\r',
    '>',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

const anyBlocks = fc
  .array(fc.record({ kind: fc.constantFrom(...PARAGRAPH_KINDS), text: anyText }))
  .map((all) =>
    all
      .map(
        ({ kind, text }, at): WrittenBlock => ({
          ...{ kind, text: tidyText(kind, text) },
          ...(kind === 'heading' && at % 2 === 0 && { unnumbered: true as const }),
        }),
      )
      .filter(({ text }) => text !== ''),
  )

test('blocks written and read again are the same blocks', () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      expect(blocksFromText(textFromBlocks(blocks))).toEqual(blocks)
    }),
    { numRuns: 500 },
  )
})

test('what has been read once stays as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const blocks = blocksFromText(text)
      expect(blocksFromText(textFromBlocks(blocks))).toEqual(blocks)
    }),
    { numRuns: 500 },
  )
})

test('a blank line splits what is typed in one block', () => {
  expect(partsOf('paragraph', 'En.\n \t\nTo.\nTre.\n\n\n')).toEqual(['En.', 'To.\nTre.'])
  expect(partsOf('heading', 'En\nlinje')).toEqual(['En linje'])
})
