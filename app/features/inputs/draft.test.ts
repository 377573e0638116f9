import { expect, test } from 'vitest'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { type AnswerContent, answerText } from './answers.ts'
import { joined, sameAnswer } from './draft.ts'

const written = (text: string): AnswerContent => ({ kind: 'rich-text', body: docFromPlainText(text) })

test('two answers are the same whatever order their keys were read in', () => {
  const body = {
    content: [{ content: [{ text: 'a', type: 'text' }], type: 'paragraph' }],
    type: 'doc' as const,
  }
  expect(sameAnswer(written('a'), { body, kind: 'rich-text' })).toBe(true)
  expect(sameAnswer(written('a'), written('b'))).toBe(false)
})

test('a text without words is the same as no answer', () => {
  expect(sameAnswer(written('  '), null)).toBe(true)
  expect(sameAnswer(written('a'), null)).toBe(false)
})

test('both texts of a conflict are kept one after the other, and a choice keeps the own one', () => {
  const both = joined(written('Deres.'), written('Mitt.'))
  expect(both && answerText(both)).toBe('Deres.\nMitt.')
  const mine: AnswerContent = { kind: 'single-choice', choice: 'yes' }
  expect(joined({ kind: 'single-choice', choice: 'no' }, mine)).toEqual(mine)
  expect(joined(written('Deres.'), null)).toEqual(written('Deres.'))
})
