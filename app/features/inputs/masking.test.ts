import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RichTextDoc, RichTextMark, RichTextNode } from '#app/platform/rich-text/document.ts'
import { parseRichText } from '#app/platform/rich-text/document-schema.ts'
import { canonicalText, docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { publicBody } from './masked-body.ts'
import {
  holdsWords,
  LEGAL_BASES,
  type Mask,
  MOST_MASKS,
  publicText,
  rangeRefusal,
  rangesOfWords,
  reasonRefusal,
} from './masking.ts'

const point = fc.constantFrom('a', 'b', 'Ø', ' ', '.', '😀', 'e\u0301', '\u0301', '\u1112\u1161', '\u11ab')
const line = fc.array(point, { minLength: 1, maxLength: 12 }).map((points) => points.join(''))
const link = { type: 'link', attrs: { href: 'https://example.org/abba' } }
const marks: fc.Arbitrary<RichTextMark[]> = fc.constantFrom([], [{ type: 'bold' }], [link])
const inline: fc.Arbitrary<RichTextNode> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text'), text: line, marks }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
)
const paragraph: fc.Arbitrary<RichTextNode> = fc
  .array(inline, { maxLength: 4 })
  .map((content) => ({ type: 'paragraph', content }))
const block = fc.oneof(
  paragraph,
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items) => ({
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [item] })),
  })),
)
const docs = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content): RichTextDoc => ({ type: 'doc', content }))

/** Sound masks of a text: cuts in order, every other stretch masked, some of them side by side. */
function masksOf(lengthCp: number, cuts: readonly number[]): Mask[] {
  const places = [...new Set(cuts.map((cut) => cut % (lengthCp + 1)))].sort((a, b) => a - b)
  return places.slice(1).flatMap((endCp, at) => {
    const startCp = places[at] ?? 0
    return at % 3 === 2 ? [] : [{ startCp, endCp, legalBasis: LEGAL_BASES[at % 6] ?? 'other' }]
  })
}

const cuts = fc.array(fc.nat(200), { maxLength: 8 })
const langs = fc.constantFrom('nb', 'nn', 'en', 'se')

test('what the public reads is what was sent, less the masked points and with signs in their place', () => {
  fc.assert(
    fc.property(docs, cuts, langs, (doc, places, lang) => {
      const canonical = canonicalText(doc)
      const points = [...canonical]
      const masks = masksOf(points.length, places)
      const shown = publicText(canonical, masks, lang)
      const open = [...shown.text]
      let at = 0
      let publicAt = 0
      for (const mask of shown.masks) {
        expect(open.slice(publicAt, mask.publicStartCp)).toEqual(points.slice(at, mask.startCp))
        expect(open.slice(mask.publicStartCp, mask.publicEndCp).join('')).toMatch(
          /^\[(skjerm\w+|redacted)\]$/,
        )
        at = mask.endCp
        publicAt = mask.publicEndCp
      }
      expect(open.slice(publicAt)).toEqual(points.slice(at))
      const hidden = (cp: number) => shown.masks.some((mask) => mask.startCp <= cp && cp < mask.endCp)
      const wanted = (cp: number) => masks.some((mask) => mask.startCp <= cp && cp < mask.endCp)
      points.forEach((own, cp) => {
        expect(hidden(cp)).toBe(wanted(cp) && own !== '\n')
      })
    }),
  )
})

test('the written text shown to the public has the public text as its canonical text, and the same paragraphs', () => {
  fc.assert(
    fc.property(docs, cuts, langs, (doc, places, lang) => {
      const canonical = canonicalText(doc)
      const masks = masksOf([...canonical].length, places)
      const body = publicBody(doc, masks, lang)
      expect(canonicalText(body)).toBe(publicText(canonical, masks, lang).text)
      expect(outlineOf(body)).toEqual(outlineOf(doc))
    }),
  )
})

const outlineOf = (node: RichTextNode): unknown =>
  node.type === 'paragraph' ? 'p' : [node.type, ...(node.content ?? []).map(outlineOf)]

test('without masks the text is what was sent, to the last mark', () => {
  fc.assert(
    fc.property(docs, langs, (doc, lang) => {
      const canonical = canonicalText(doc)
      expect(publicBody(doc, [], lang)).toEqual(doc)
      expect(publicText(canonical, [], lang)).toEqual({ text: canonical, masks: [] })
    }),
  )
})

const masked = (doc: RichTextDoc, words: string, lang = 'nb') => {
  const masks = rangesOfWords(canonicalText(doc), words).map((range) => ({
    ...range,
    legalBasis: 'personal-matters',
  }))
  return { masks, body: publicBody(doc, masks, lang), text: publicText(canonicalText(doc), masks, lang).text }
}

test('a mask over bold and plain words is one sign, drawn by its own mark alone', () => {
  const doc: RichTextDoc = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Sønnen ' },
          { type: 'text', text: 'Ola', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' Nes er seks.' },
        ],
      },
    ],
  }
  expect(masked(doc, 'ola nes').body.content[0]?.content).toEqual([
    { type: 'text', text: 'Sønnen ' },
    { type: 'text', text: '[skjermet]', marks: [{ type: 'masked', attrs: { basis: 'personal-matters' } }] },
    { type: 'text', text: ' er seks.' },
  ])
})

test('a mask that runs over a paragraph’s end is a sign in each paragraph', () => {
  const text = 'Han heter Ola\nNes og går i barnehagen.'
  expect(rangesOfWords(text, 'Ola Nes')).toEqual([{ startCp: 10, endCp: 17 }])
  expect(masked(docFromPlainText(text), 'Ola Nes', 'nn').text).toBe(
    'Han heter [skjerma]\n[skjerma] og går i barnehagen.',
  )
})

test('masks side by side keep a sign each', () => {
  const two = [
    { startCp: 0, endCp: 3, legalBasis: 'other' },
    { startCp: 3, endCp: 6, legalBasis: 'personal-data' },
  ]
  expect(publicText('OlaNes.', two, 'en').text).toBe('[redacted][redacted].')
})

test('a link goes where its words are masked, and where its address repeats what is masked', () => {
  const to = (text: string, href: string): RichTextNode => ({
    ...{ type: 'text', text },
    marks: [{ type: 'link', attrs: { href } }],
  })
  const doc: RichTextDoc = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          to('Ola Nes', 'mailto:post@example.org'),
          to(' her', 'mailto:post@example.org'),
          to(' der', 'https://example.org/Ola%20Nes'),
          to(' plan', 'https://example.org/plan'),
        ],
      },
    ],
  }
  const links = JSON.stringify(masked(doc, 'Ola Nes').body)
  expect(links).not.toMatch(/post@example|Ola/)
  expect(links).toContain('https://example.org/plan')
})

test('a link goes too where its address has one of the masked words, in letters that addresses are written with', () => {
  const linked = (href: string) => {
    const marks = [{ type: 'link', attrs: { href } }]
    const content = [
      { type: 'text', text: 'Åse Bjørnstad ' },
      { type: 'text', text: 'her', marks },
    ]
    return JSON.stringify(
      masked({ type: 'doc', content: [{ type: 'paragraph', content }] }, 'Åse Bjørnstad').body,
    )
  }
  for (const href of [
    'https://example.org/ansatte/bjornstad',
    'https://example.org/%C3%85se-Bj%C3%B8rnstad',
    'mailto:aase.bjoernstad@example.org',
    'mailto:BJØRNSTAD@example.org',
  ])
    expect(linked(href), href).not.toContain('href')
  expect(linked('https://example.org/bjorn')).toContain('href')
})

test('nobody who writes can send a text that says it is masked', () => {
  const sent = { type: 'text', text: '[skjermet]', marks: [{ type: 'masked', attrs: { basis: 'other' } }] }
  expect(parseRichText({ type: 'doc', content: [{ type: 'paragraph', content: [sent] }] })).toEqual({
    refusal: 'unknown-formatting',
  })
})

test('stretches that are reversed, empty, outside, overlapping or too many are not masked', () => {
  const [first, second] = [
    { startCp: 2, endCp: 5 },
    { startCp: 5, endCp: 9 },
  ]
  expect(rangeRefusal(9, [first], [second])).toBeNull()
  expect(rangeRefusal(9, [], [])).toBe('empty')
  expect(rangeRefusal(9, [], [{ startCp: 4, endCp: 4 }])).toBe('empty')
  expect(rangeRefusal(9, [], [{ startCp: 5, endCp: 2 }])).toBe('reversed')
  expect(rangeRefusal(8, [], [second])).toBe('outside')
  for (const startCp of [-1, 0.5, Number.NaN, Number.NEGATIVE_INFINITY])
    expect(rangeRefusal(9, [], [{ startCp, endCp: 3 }])).toBe('outside')
  expect(rangeRefusal(9, [first], [{ startCp: 4, endCp: 6 }])).toBe('overlapping')
  expect(rangeRefusal(9, [], [second, first, { startCp: 0, endCp: 9 }])).toBe('overlapping')
  const many = Array.from({ length: MOST_MASKS + 1 }, (_, at) => ({ startCp: at, endCp: at + 1 }))
  expect(rangeRefusal(2_000, [], many)).toBe('too-many')
  expect(rangeRefusal(2_000, many.slice(2), many.slice(0, 1))).toBeNull()
})

test('spaces and line ends alone are nothing to mask', () => {
  expect(holdsWords('a \n b', { startCp: 1, endCp: 4 })).toBe(false)
  expect(holdsWords('a \n b', { startCp: 1, endCp: 5 })).toBe(true)
})

test('words are found wherever they stand whole, in capitals or not, and counted in code points', () => {
  const text = '😀 Ola, OLA og ola-gutten; Olas, Kola, Ola1. Élan'
  const found = (words: string) =>
    rangesOfWords(text, words).map(({ startCp, endCp }) => [...text].slice(startCp, endCp).join(''))
  expect(found('ola')).toEqual(['Ola', 'OLA', 'ola'])
  expect(found('(.*)')).toEqual([])
  expect(found('e\u0301lan')).toEqual(['Élan'])
  expect(found('  ')).toEqual([])
})

test('another law must be named in words, a whole version withheld always gives some', () => {
  expect(reasonRefusal({ legalBasis: 'personal-matters', reason: '' })).toBeNull()
  expect(reasonRefusal({ legalBasis: 'other', reason: ' ' })).toBe('reason-missing')
  expect(reasonRefusal({ legalBasis: 'unlawful', reason: '' }, true)).toBe('reason-missing')
  expect(reasonRefusal({ legalBasis: 'whim', reason: 'x' })).toBe('unknown-basis')
  expect(reasonRefusal({ legalBasis: 'other', reason: 'x'.repeat(2_001) })).toBe('reason-too-long')
})
