import { expect, test } from 'vitest'
import { publicationRefusal } from './finding.ts'

const publicText = 'Vi støtter målet. Kostnadene må følge ansvaret.'
const citation = { quote: 'Kostnadene må følge ansvaret.', publicText, masked: false }

test('a finding with text and verbatim public quotes is published', () => {
  expect(publicationRefusal({ text: 'Mange skriver om penger.', citations: [citation] })).toBe(null)
})

test('a finding says something and cites somebody', () => {
  expect(publicationRefusal({ text: ' \n', citations: [citation] })).toBe('no-text')
  expect(publicationRefusal({ text: 'Mange skriver om penger.', citations: [] })).toBe('no-citations')
})

test('one quote that is not verbatim holds the finding back', () => {
  const changed = { ...citation, quote: 'Kostnadene skal følge ansvaret.' }
  expect(publicationRefusal({ text: 'Penger.', citations: [citation, changed] })).toBe('quote-not-verbatim')
})

test('a quote from a version that is not public holds the finding back', () => {
  expect(
    publicationRefusal({ text: 'Penger.', citations: [citation, { ...citation, publicText: null }] }),
  ).toBe('quote-not-public')
})

test('a quote in which something is masked holds the finding back, though its words stand open elsewhere', () => {
  expect(publicationRefusal({ text: 'Penger.', citations: [{ ...citation, masked: true }] })).toBe(
    'quote-masked',
  )
})
