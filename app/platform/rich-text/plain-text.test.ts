import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import type { RichTextDoc, RichTextNode } from './document.ts'
import { parseRichText } from './document-schema.ts'
import { canonicalText, docFromPlainText, docFromTextarea, textareaText } from './plain-text.ts'

const word = fc.stringMatching(/^[a-zæøåčđŧA-Z,;]{1,9}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const mark = fc.constantFrom(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://example.org/a' } },
)
const inline: fc.Arbitrary<RichTextNode> = fc.oneof(
  sentence.map((text) => ({ type: 'text', text })),
  fc.tuple(sentence, mark).map(([text, only]) => ({ type: 'text', text, marks: [only] })),
  fc.constant({ type: 'hardBreak' }),
)
const paragraph: fc.Arbitrary<RichTextNode> = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'paragraph', content }))
const { block } = fc.letrec<{ block: RichTextNode; items: RichTextNode[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    paragraph,
    paragraph.map((node) => ({ ...node, type: 'heading', attrs: { level: 3 } })),
    tie('items').map((content) => ({ type: 'bulletList', content })),
    tie('items').map((content) => ({ type: 'orderedList', attrs: { start: 1 }, content })),
    tie('block').map((node) => ({ type: 'blockquote', content: [node] })),
  ),
  items: fc.array(
    fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 1 })).map(([first, more]) => ({
      type: 'listItem',
      content: [first, ...more],
    })),
    { minLength: 1, maxLength: 3 },
  ),
}))
const randomDoc: fc.Arbitrary<RichTextDoc> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'doc', content }))

function parsed(doc: unknown): RichTextDoc {
  const outcome = parseRichText(doc)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.doc
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((part) => /\p{L}/u.test(part))
}

function linesOf(node: RichTextNode): string[] {
  if (node.text !== undefined) return [node.text]
  if (node.type === 'hardBreak') return ['\n']
  const inner = (node.content ?? []).map(linesOf)
  return node.type === 'paragraph' || node.type === 'heading' ? [`${inner.flat().join('')}\n`] : inner.flat()
}

test('the canonical text holds every text block as a line and ignores formatting', () => {
  fc.assert(
    fc.property(randomDoc, (doc) => {
      const expected = linesOf(doc).join('').slice(0, -1)
      expect(canonicalText(doc)).toBe(expected.trim() === '' ? '' : expected)
    }),
  )
})

test('the canonical text is the same before and after a text is taken in', () => {
  fc.assert(fc.property(randomDoc, (doc) => canonicalText(parsed(doc)) === canonicalText(doc)))
})

test('taking a text in twice changes nothing the second time', () => {
  fc.assert(
    fc.property(randomDoc, (doc) => {
      const once = parsed(doc)
      expect(parsed(once)).toEqual(once)
      expect(parsed(JSON.stringify(once))).toEqual(once)
    }),
  )
})

test('a text shown in a textarea and sent back keeps its words in their order', () => {
  fc.assert(
    fc.property(randomDoc, (doc) => {
      const back = docFromPlainText(textareaText(doc))
      expect(words(canonicalText(back))).toEqual(words(canonicalText(doc)))
    }),
  )
})

test('whatever is written in a textarea becomes a text the schema accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const doc = docFromPlainText(text)
      expect(parsed(doc)).toEqual(doc)
      expect(canonicalText(doc).replace(/\s/g, '').length).toBeLessThanOrEqual(cleanText(text).length)
    }),
  )
})

test('an empty text is empty', () => {
  expect(canonicalText({ type: 'doc', content: [{ type: 'paragraph' }] })).toBe('')
  expect(canonicalText(docFromPlainText(' \r\n\r\n '))).toBe('')
  expect(textareaText(docFromPlainText(''))).toBe('')
})

test('lines and blank lines separate paragraphs, dashes and counting make lists', () => {
  const doc = docFromPlainText(
    'Vi støtter utkastet.\r\nTre grunner:\r\n\r\n- pris\r\n• drift\r\n\r\n1. Først\r\n2. Så',
  )
  expect(doc.content.map((node) => node.type)).toEqual([
    'paragraph',
    'paragraph',
    'bulletList',
    'orderedList',
  ])
  expect(canonicalText(doc)).toBe('Vi støtter utkastet.\nTre grunner:\npris\ndrift\nFørst\nSå')
})

test('a date at the start of a line is not taken for a list', () => {
  expect(canonicalText(docFromPlainText('1. januar trer planen i kraft.\n15. mars er fristen.'))).toBe(
    '1. januar trer planen i kraft.\n15. mars er fristen.',
  )
})

test('text sent back unchanged keeps its formatting, also with the line ends of a form', () => {
  const stored = parsed({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Viktig', marks: [{ type: 'bold' }] }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Mer' }] },
    ],
  })
  const sentBack = textareaText(stored).replace(/\n/g, '\r\n')
  expect(docFromTextarea(sentBack, stored)).toEqual({ doc: stored, simplified: false })
})

test('changed text is simplified only when formatting was lost', () => {
  const bold = { type: 'text', text: 'Viktig', marks: [{ type: 'bold' }] }
  const formatted = parsed({ type: 'doc', content: [{ type: 'paragraph', content: [bold] }] })
  expect(docFromTextarea('Viktig!', formatted).simplified).toBe(true)
  const plain = docFromPlainText('Viktig\n\n- pris\n- drift')
  expect(docFromTextarea('Viktig\n\n- pris\n- drift\n- tid', plain).simplified).toBe(false)
  expect(docFromTextarea('Ny tekst', null)).toEqual({ doc: docFromPlainText('Ny tekst'), simplified: false })
})
