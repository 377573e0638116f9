import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RichTextNode } from '#app/platform/rich-text/document.ts'
import { RichText } from './rich-text.tsx'

const drawn = (...content: RichTextNode[]) =>
  renderToStaticMarkup(createElement(RichText, { document: { type: 'doc', content } }))

const linked = (href: string): RichTextNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
})

test('a heading is drawn at the level of the page, whatever level it was written at', () => {
  expect(drawn({ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Aim' }] })).toBe(
    '<h3>Aim</h3>',
  )
})

test('an unknown node is left out, and what stands round it is kept', () => {
  const known: RichTextNode = { type: 'paragraph', content: [{ type: 'text', text: 'kept' }] }
  expect(drawn({ type: 'script', content: [{ type: 'text', text: 'gone' }] }, known)).toBe('<p>kept</p>')
})

test('a link to the web is drawn as a link', () => {
  expect(drawn(linked('https://example.org'))).toContain('<a href="https://example.org"')
})

test('a link that would run script is drawn as plain text', () => {
  expect(drawn(linked('javascript:alert(1)'))).toBe('<p>here</p>')
})

test('text is never read as markup', () => {
  expect(drawn({ type: 'paragraph', content: [{ type: 'text', text: '<b>a</b>' }] })).toBe(
    '<p>&lt;b&gt;a&lt;/b&gt;</p>',
  )
})

test('nothing is drawn of what is not a document', () => {
  const stray: RichTextNode = { type: 'paragraph', content: [{ type: 'text', text: 'stray' }] }
  expect(renderToStaticMarkup(createElement(RichText, { document: stray }))).toBe('')
})

const sign: RichTextNode = {
  type: 'text',
  text: '[skjermet]',
  marks: [{ type: 'masked', attrs: { basis: 'other' } }],
}

test('what is masked is drawn as the sign of the text, or in the reader’s language', () => {
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [sign] }] }
  expect(drawn(...document.content)).toBe('<p><span class="in-masked">[skjermet]</span></p>')
  const masked = { text: '[redacted]', lang: 'en' }
  expect(renderToStaticMarkup(createElement(RichText, { document, masked }))).toBe(
    '<p><span class="in-masked" lang="en">[redacted]</span></p>',
  )
})
