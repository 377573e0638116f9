import { expect, test } from 'vitest'
import { rangesOfWords } from './masking.ts'
import { maskedWords, standsOpen } from './repeated-words.ts'

const text = 'Leo er seks. Sønnen vår Leo trives.'

test('the words of masks are told once, without single letters and spaces', () => {
  const masks = [...rangesOfWords(text, 'Leo'), ...rangesOfWords(text, 'er'), { startCp: 12, endCp: 13 }]
  expect(maskedWords(text, masks)).toEqual(['Leo'])
})

test('a word stands open where it is written and not masked, in capitals or not', () => {
  const [first, second] = rangesOfWords(text, 'Leo')
  expect(standsOpen(text, first && second ? [first, second] : [], ['leo'])).toBe(false)
  expect(standsOpen(text, first ? [first] : [], ['leo'])).toBe(true)
  expect(standsOpen('Leos mor ringte.', [], ['Leo'])).toBe(true)
  expect(standsOpen('Leonora er åtte.', [], ['Leo'])).toBe(false)
})
