import { expect, test } from 'vitest'
import { parseSwot, parseTable } from './answer-cells.ts'

const settings = {
  levels: [{ key: 'owner', label: { nb: 'Skoleeier' } }],
  rows: [{ key: '2026', label: { nb: '2026' } }],
  columns: [
    { key: 'what', label: { nb: 'Hva' }, kind: 'text' as const },
    { key: 'cost', label: { nb: 'Kostnad' }, kind: 'amount' as const },
  ],
}

test('a table takes words and amounts, and says which are no numbers', () => {
  const cell = (cost: unknown) => parseTable({ settings }, { cells: { 2026: { cost } } })
  expect(cell('1 000,5')).toEqual({ answer: { kind: 'table', cells: { 2026: { cost: 1000.5 } } } })
  expect(cell(1234.567)).toEqual({ answer: { kind: 'table', cells: { 2026: { cost: 1234.567 } } } })
  expect(cell('')).toEqual({ answer: { kind: 'table', cells: {} } })
  expect(cell('mye')).toEqual({ refusal: 'not-a-number' })
})

test('rows, columns and levels nobody asked for are no part of the answer', () => {
  const cells = { 2027: { cost: '1' }, 2026: { other: 'x' }, __proto__: { cost: '1' } }
  expect(parseTable({ settings }, { cells })).toEqual({ answer: { kind: 'table', cells: {} } })
  expect(parseSwot({ settings }, { cells: { school: { strengths: 'x' }, constructor: {} } })).toEqual({
    answer: { kind: 'swot', cells: {} },
  })
})

test('the words of a field have a limit, and so have all of them together', () => {
  const swot = (strengths: string, mostCharacters?: number) =>
    parseSwot(
      { settings: { ...settings, ...(mostCharacters && { mostCharacters }) } },
      { cells: { owner: { strengths } } },
    )
  expect(swot('a'.repeat(20_001))).toEqual({ refusal: 'too-many-characters' })
  expect(swot('abcd', 3)).toEqual({ refusal: 'too-many-characters' })
  expect(swot('a'.repeat(200_001), 200_000)).toEqual({ refusal: 'too-many-characters' })
  const words = 'a'.repeat(60_000)
  const all = { strengths: words, weaknesses: words, opportunities: words, threats: words }
  expect(parseSwot({ settings: { ...settings, mostCharacters: 60_000 } }, { cells: { owner: all } })).toEqual(
    {
      refusal: 'too-long',
    },
  )
})
