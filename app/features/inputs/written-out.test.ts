import { expect, test } from 'vitest'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { publicPart } from './answer-rows.ts'
import { type AnswerContent, answerToRow } from './answers.ts'

const question = {
  kind: 'swot',
  options: null,
  settings: {
    levels: [
      { key: 'owner', label: { nb: 'Skoleeier', nn: 'Skuleeigar' } },
      { key: 'school', label: { nb: 'Skole', nn: 'Skule' } },
    ],
    rows: [
      { key: '2026', label: { nb: 'År 2026' } },
      { key: '2027', label: { nb: 'År 2027' } },
    ],
    columns: [
      { key: 'what', label: { nb: 'Tiltak' }, kind: 'text' as const },
      { key: 'cost', label: { nb: 'Kostnad' }, kind: 'amount' as const, unit: 'kroner' },
    ],
  },
} as const

const written = (answer: AnswerContent, lang: 'nb' | 'nn' = 'nb') => {
  const { body } = answerToRow(answer, { ...question, kind: answer.kind }, lang)
  return body && canonicalText(body)
}

test('a SWOT is written out under what its fields are called, in the language of its sender', () => {
  const cells = {
    school: { strengths: 'Gode lærere.\nLite frafall.', weaknesses: '', opportunities: '', threats: 'Pris.' },
  }
  expect(written({ kind: 'swot', cells })).toBe(
    'Skole: styrker\nGode lærere.\nLite frafall.\nSkole: trusler\nPris.',
  )
  expect(written({ kind: 'swot', cells }, 'nn')).toContain('Skule: styrkar\n')
})

test('a table with words is written out with its amounts; one of amounts alone is none', () => {
  expect(written({ kind: 'table', cells: { 2026: { what: 'Nett', cost: 1234.5 } } })).toBe(
    'År 2026\nTiltak: Nett\nKostnad: 1\u00A0234,5 kroner',
  )
  expect(written({ kind: 'table', cells: { 2026: { cost: 1 } } })).toBe(null)
})

test('words to an acceptance are its text, and lists of people have none', () => {
  expect(written({ kind: 'acceptance', choice: 'a', note: 'Ja.' })).toBe('Ja.')
  expect(written({ kind: 'acceptance', choice: 'a' })).toBe(null)
  expect(written({ kind: 'participants', people: [{ name: 'Åse', role: '' }] })).toBe(null)
})

test('the public gets no words that are not in the text, and nothing of people and files', () => {
  const part = (answer: AnswerContent) =>
    publicPart(answer.kind, answerToRow(answer, { ...question, kind: answer.kind }, 'nb'))
  const swot = { owner: { strengths: 'Hemmelig', weaknesses: '', opportunities: '', threats: '' } }
  expect(part({ kind: 'swot', cells: swot })).toEqual({ choice: null, data: null, importance: null })
  expect(part({ kind: 'acceptance', choice: 'a', note: 'Ja.' })?.data).toBe(null)
  expect(part({ kind: 'table', cells: { 2026: { what: 'Nett', cost: 1 } } })?.data).toBe(null)
  expect(part({ kind: 'table', cells: { 2026: { cost: 1 } } })?.data).toEqual({
    cells: { 2026: { cost: 1 } },
  })
  expect(part({ kind: 'ranking', order: ['a'] })?.data).toEqual({ order: ['a'] })
  expect(part({ kind: 'multiple-choice', choices: ['a'], importance: 2 })).toEqual({
    ...{ choice: null, importance: 2 },
    data: { choices: ['a'] },
  })
  expect(part({ kind: 'participants', people: [{ name: 'Åse', role: '' }] })).toBe(null)
  expect(part({ kind: 'file', attachments: [] })).toBe(null)
})
