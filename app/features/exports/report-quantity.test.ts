import { expect, test } from 'vitest'
import { DEFAULT_BANDS } from '../findings/quantity-words.ts'
import { quantitySentences } from './report-quantity.ts'

test('the words of quantity are told with what they stand for, in the written form of the report', () => {
  expect(quantitySentences(DEFAULT_BANDS, 'nb')).toEqual([
    '«enkelte», «noen få»: 1 til 3 avsendere',
    '«flere»: minst 4 avsendere og under 25 prosent',
    '«mange»: minst 25 prosent og høyst 50 prosent',
    '«de fleste», «de aller fleste», «flertallet», «et flertall»: over 50 prosent',
  ])
  expect(quantitySentences(DEFAULT_BANDS, 'nn')[1]).toContain('«fleire»')
})

test('a group without words in the written form, or without limits, is not told', () => {
  expect(quantitySentences([{ nb: ['mange'], nn: [], shareFrom: 25 }], 'nn')).toEqual([])
  expect(quantitySentences([{ nb: ['mange'], nn: ['mange'] }], 'nb')).toEqual([])
})
