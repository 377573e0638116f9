import { expect, test } from 'vitest'
import type { RichTextNode } from './document.ts'
import { parseRichText } from './document-schema.ts'
import { safeHref } from './link.ts'

function paragraph(...content: unknown[]): unknown {
  return { type: 'doc', content: [{ type: 'paragraph', content }] }
}

function linked(href: unknown): unknown {
  return paragraph({ type: 'text', text: 'les mer', marks: [{ type: 'link', attrs: { href } }] })
}

test('what is not a written text is refused', () => {
  for (const raw of [
    null,
    1,
    'hei',
    '[]',
    [],
    {},
    { type: 'paragraph' },
    paragraph('hei'),
    paragraph(null),
  ]) {
    expect(parseRichText(raw)).toEqual({ refusal: 'not-rich-text' })
  }
})

test('unknown formatting is refused', () => {
  const unknown = [
    { type: 'doc', content: [{ type: 'codeBlock', content: [{ type: 'text', text: 'x' }] }] },
    {
      type: 'doc',
      content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'x' }] }],
    },
    { type: 'doc', content: [{ type: 'text', text: 'x' }] },
    { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'paragraph' }] }] },
    { type: 'doc', content: [{ type: 'constructor' }] },
    paragraph({ type: 'text', text: 'x', marks: [{ type: 'strike' }] }),
    paragraph({ type: 'paragraph' }),
    paragraph({ type: 'image', attrs: { src: 'https://example.org/a.png' } }),
  ]
  for (const raw of unknown) expect(parseRichText(raw)).toEqual({ refusal: 'unknown-formatting' })
})

test('a link leads to http, https or mailto and nowhere else', () => {
  for (const href of [
    'https://example.org/a?b=c#d',
    'http://example.org',
    'mailto:post@example.org',
    'HTTPS://Example.org',
  ]) {
    expect(parseRichText(linked(href))).toHaveProperty('doc')
  }
  const forbidden = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u200Bscript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org',
    '/relative',
    'https://',
    'https://name:secret@example.org',
    'https://bank.example@example.org',
    'https://exa\tmple.org',
    'https://example.org/a b',
    'https://example.org/\u202Egnp.exe',
    'mailto:',
    '',
    null,
    7,
  ]
  for (const href of forbidden)
    expect(parseRichText(linked(href)), String(href)).toEqual({ refusal: 'forbidden-link' })
})

test('a bare domain becomes a link with https', () => {
  expect(safeHref(' example.org/plan ')).toBe('https://example.org/plan')
  expect(safeHref('plan')).toBe(null)
})

test('attributes the schema does not know are dropped', () => {
  const outcome = parseRichText({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { style: 'color:red', onclick: 'x()' },
        content: [
          {
            type: 'text',
            text: 'les',
            marks: [
              {
                type: 'link',
                attrs: { href: 'https://example.org', class: 'evil', target: '_top', rel: 'opener' },
              },
            ],
          },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: -4, type: 'x' },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
    ],
  })
  expect(JSON.stringify(outcome)).not.toMatch(/style|onclick|evil|_top|"opener"|-4|"x"/)
  expect(outcome).toHaveProperty('doc')
})

test('text is stored as NFC without null characters, lone surrogates and line breaks of its own', () => {
  const outcome = parseRichText(
    paragraph(
      { type: 'text', text: 'A\u030A\u0000pen\uD800 dør\r\n\u2028her 👍' },
      { type: 'text', text: '\u0000' },
    ),
  )
  expect(outcome).toEqual({
    doc: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Åpen dør her 👍' }] }],
    },
  })
})

test('a text has limits on characters, parts and depth', () => {
  expect(parseRichText(paragraph({ type: 'text', text: 'a'.repeat(200_000) }))).toHaveProperty('doc')
  expect(parseRichText(paragraph({ type: 'text', text: 'a'.repeat(200_001) }))).toEqual({
    refusal: 'too-long',
  })
  const manyParts = Array.from({ length: 20_001 }, () => ({ type: 'hardBreak' }))
  expect(parseRichText(paragraph(...manyParts))).toEqual({ refusal: 'too-long' })
  let deep: RichTextNode = { type: 'paragraph' }
  for (let depth = 0; depth < 50_000; depth += 1) deep = { type: 'blockquote', content: [deep] }
  expect(parseRichText({ type: 'doc', content: [deep] })).toEqual({ refusal: 'too-long' })
})

test('an empty text is a text', () => {
  const empty = { doc: { type: 'doc', content: [{ type: 'paragraph' }] } }
  expect(parseRichText({ type: 'doc' })).toEqual(empty)
  expect(parseRichText({ type: 'doc', content: [] })).toEqual(empty)
})
