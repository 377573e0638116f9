import { expect, test } from 'vitest'
import { canonicalText, docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import type { AnswerContent } from './answers.ts'
import { canJoin, joined, sameAnswer } from './draft.ts'

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
  expect(both?.kind === 'rich-text' && canonicalText(both.body)).toBe('Deres.\nMitt.')
  const mine: AnswerContent = { kind: 'single-choice', choice: 'yes' }
  expect(joined({ kind: 'single-choice', choice: 'no' }, mine)).toEqual(mine)
  expect(canJoin({ kind: 'single-choice', choice: 'no' }, mine)).toBe(false)
  expect(joined(written('Deres.'), null)).toEqual(written('Deres.'))
})

test('what two have chosen, listed or filled in is joined field by field, nothing twice', () => {
  const chosen = (...choices: string[]): AnswerContent => ({ kind: 'multiple-choice', choices })
  expect(joined(chosen('a', 'b'), chosen('b', 'c'))).toEqual(chosen('a', 'b', 'c'))
  const kari = { name: 'Kari Lund', role: 'rådgiver' }
  const jonas = { name: 'Jonas Berg', role: 'rektor' }
  const listed = (...people: (typeof kari)[]): AnswerContent => ({ kind: 'participants', people })
  expect(joined(listed(kari), listed(kari, jonas))).toEqual(listed(kari, jonas))
  const swot = (strengths: string, threats = ''): AnswerContent => ({
    kind: 'swot',
    cells: { owner: { strengths, weaknesses: '', opportunities: '', threats } },
  })
  expect(joined(swot('Nett.'), swot('Folk.', 'Tid.'))).toEqual(swot('Nett.\nFolk.', 'Tid.'))
})
