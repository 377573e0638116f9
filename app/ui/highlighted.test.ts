import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Highlight, Highlighted } from './highlighted.tsx'

const drawn = (text: string, ...spans: Highlight[]) =>
  renderToStaticMarkup(createElement(Highlighted, { text, spans })).replaceAll(' class="in-kw"', '')

test('stretches are marked in the order of the text', () => {
  expect(drawn('one two three', { start: 8, end: 13 }, { start: 0, end: 3 })).toBe(
    '<mark>one</mark> two <mark>three</mark>',
  )
})

test('where two stretches overlap, the first keeps the shared part', () => {
  expect(drawn('abcdef', { start: 0, end: 4 }, { start: 2, end: 6 })).toBe('<mark>abcd</mark><mark>ef</mark>')
})

test('a stretch beyond the end of the text marks only what is there', () => {
  expect(drawn('abc', { start: 2, end: 9 }, { start: 20, end: 30 })).toBe('ab<mark>c</mark>')
})

test('a stretch with a theme shows the code of the theme', () => {
  expect(drawn('abc', { start: 0, end: 3, theme: { color: 8, code: 'FI' } })).toBe(
    '<mark class="t t-1">abc<span class="in-code">FI</span></mark>',
  )
})
