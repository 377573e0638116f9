import { expect, test } from 'vitest'
import { withSentence } from './response-sentence.ts'

const sentence = { nb: 'Vi er enige.', nn: 'Vi er samde.' }

test('a sentence is put into both written forms and chooses the disposition it is usual of', () => {
  expect(withSentence({}, sentence, 'followed')).toEqual({
    ...{ reasonNb: 'Vi er enige.', reasonNn: 'Vi er samde.', disposition: 'followed' },
  })
})

test('a sentence goes after what is typed, and what is chosen stays chosen', () => {
  const typed = { reasonNb: 'Takk for innspillet.\r\n', reasonNn: '', disposition: 'partly' }
  expect(withSentence(typed, sentence, 'followed')).toEqual({
    ...{ reasonNb: 'Takk for innspillet.\n\nVi er enige.', reasonNn: 'Vi er samde.', disposition: 'partly' },
  })
})

test('a sentence that stands there is not put in again', () => {
  const once = withSentence({}, sentence, null)
  expect(withSentence(once, sentence, null)).toEqual(once)
})
