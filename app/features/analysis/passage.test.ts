import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointLength, codePointSlice, passagesOf } from './passage.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('\n', ' ', '\u00A0', 'a', 'Æ. ', '👍', 'e\u0301', '\t'), { maxLength: 60 })
    .map((parts) => parts.join('')),
)

test('every line with words is a passage, headings too', () => {
  expect(passagesOf('Personvern\n\n  Vi støtter dette. \nOg dette.')).toEqual([
    { startCp: 0, endCp: 10, text: 'Personvern' },
    { startCp: 14, endCp: 31, text: 'Vi støtter dette.' },
    { startCp: 33, endCp: 42, text: 'Og dette.' },
  ])
  expect(passagesOf('')).toEqual([])
  expect(passagesOf(' \n\u00A0\n')).toEqual([])
})

test('offsets count code points, not the units of JavaScript', () => {
  expect(passagesOf('👍 ja\nnei')).toEqual([
    { startCp: 0, endCp: 4, text: '👍 ja' },
    { startCp: 5, endCp: 8, text: 'nei' },
  ])
  expect(codePointSlice('👍 ja', 2, 4)).toBe('ja')
  expect(codePointLength('👍 ja')).toBe(4)
})

test('the text between a passage’s offsets is the passage', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const passage of passagesOf(text)) {
        expect(codePointSlice(text, passage.startCp, passage.endCp)).toBe(passage.text)
        expect(passage.text).not.toBe('')
        expect(passage.text).toBe(passage.text.trim())
      }
    }),
  )
})

test('passages stand in order, do not overlap and leave out nothing but white space', () => {
  const long = fc.array(fc.constantFrom('Ord ', 'setning. ', '👍', 'x'.repeat(900), '\n'), { maxLength: 12 })
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        long.map((parts) => parts.join('')),
      ),
      (text) => {
        let at = 0
        for (const { startCp, endCp } of passagesOf(text)) {
          expect(codePointSlice(text, at, startCp).trim()).toBe('')
          expect(endCp - startCp).toBeLessThanOrEqual(2000)
          at = endCp
        }
        expect(codePointSlice(text, at, codePointLength(text)).trim()).toBe('')
      },
    ),
  )
})

test('a very long paragraph is split where a sentence ends', () => {
  const sentence = `${'ord '.repeat(149)}slutt. `
  const passages = passagesOf(sentence.repeat(10).replaceAll('ord ord', 'Ord ord').trim())
  expect(passages.length).toBeGreaterThan(2)
  for (const passage of passages) {
    expect(codePointLength(passage.text)).toBeLessThanOrEqual(2000)
    expect(passage.text.endsWith('slutt.')).toBe(true)
  }
})

test('a sentence that ends exactly at the limit is not cut short', () => {
  const passages = passagesOf(`${'a'.repeat(1000)}. ${'b'.repeat(997)}. ${'C'.repeat(10)}`)
  expect(passages.map((passage) => codePointLength(passage.text))).toEqual([2000, 10])
})

test('a very long paragraph without sentences is split at a space, without spaces where it must', () => {
  expect(passagesOf('ord '.repeat(600)).map((passage) => passage.text.length)).toEqual([1999, 399])
  expect(passagesOf('👍'.repeat(4500)).map((passage) => codePointLength(passage.text))).toEqual([
    2000, 2000, 500,
  ])
})

test('a paragraph of exactly 2,000 code points is one passage', () => {
  expect(passagesOf(` ${'å'.repeat(2000)} `)).toHaveLength(1)
})
