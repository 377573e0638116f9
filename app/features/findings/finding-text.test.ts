import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aloneIn, blocksOf, countWords, markerOf, markersIn, paragraphsOf } from './finding-text.ts'

test('blank lines part paragraphs, also those with spaces or the line ends of Windows', () => {
  expect(paragraphsOf('En.\n\nTo.\n   \nTre.\r\n\r\nFire.\n\n\n\nFem.')).toEqual([
    'En.',
    'To.',
    'Tre.',
    'Fire.',
    'Fem.',
  ])
  expect(paragraphsOf(' \n\n\t')).toEqual([])
})

test('a heading is one line; what stands below it says something and is a paragraph', () => {
  expect(blocksOf('## Penger\nAlle vil ha mer.')).toEqual([
    { kind: 'heading', words: 'Penger' },
    { kind: 'claim', parts: [{ kind: 'words', words: 'Alle vil ha mer.' }] },
  ])
})

test('marks become citations and counts, everything else stays words', () => {
  expect(blocksOf('Hos {t4} er det {s12} slik {x1} {s0} {t}.')).toEqual([
    {
      kind: 'claim',
      parts: [
        { kind: 'words', words: 'Hos ' },
        { kind: 'count', number: 4 },
        { kind: 'words', words: ' er det ' },
        { kind: 'citation', number: 12 },
        { kind: 'words', words: ' slik {x1} {s0} {t}.' },
      ],
    },
  ])
})

test('the marks of a text are told once each, in their order', () => {
  expect(markersIn('{s2} {t3} {s1}\n\n## {s7}\n\n{s2}')).toEqual({ citations: [2, 1, 7], counts: [3] })
  expect(markerOf('citation', 3)).toBe('{s3}')
  expect(markerOf('count', 4)).toBe('{t4}')
})

test('a citation that is a whole paragraph stands by itself', () => {
  const partsOf = (text: string) => {
    const [block] = blocksOf(text)
    return block?.kind === 'claim' ? block.parts : []
  }
  expect(aloneIn(partsOf(' {s3} '))).toBe(3)
  expect(aloneIn(partsOf('Slik: {s3}'))).toBe(null)
  expect(aloneIn(partsOf('{s3} {s4}'))).toBe(null)
  expect(aloneIn(partsOf('{t3}'))).toBe(null)
})

test('a count is said with what it is of', () => {
  expect(countWords({ count: 14, of: 62 })).toBe('14 av 62')
  expect(countWords({ count: 1400, of: 6200 })).toBe('1\u00A0400 av 6\u00A0200')
})

test('no word of a text is lost when it is drawn, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const drawn = blocksOf(text).map((block) =>
        block.kind === 'heading'
          ? `## ${block.words}`
          : block.parts
              .map((part) => (part.kind === 'words' ? part.words : markerOf(part.kind, part.number)))
              .join(''),
      )
      expect(drawn.join('').replace(/\s/g, '')).toBe(paragraphsOf(text).join('').replace(/\s/g, ''))
      expect(paragraphsOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})
