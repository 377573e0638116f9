import { expect, test } from 'vitest'
import { OWN_TABLES, sendersAddress, type TableKey, tableAddress, tableKey } from './table-key.ts'

const id = '01890000-0000-7000-8000-000000000001'

test('what a table is called in its address leads back to it', () => {
  const keys: TableKey[] = [
    ...OWN_TABLES.map((kind) => ({ kind })),
    { kind: 'question', questionId: id },
    { kind: 'question-positions', questionId: id },
    { kind: 'theme-positions', themeId: id },
  ]
  for (const key of keys) expect(tableKey(tableAddress(key))).toEqual(key)
})

test('no other word is a table', () => {
  for (const word of ['', 'everything', 'question', `question-${id}x`, 'question-1', 'toString'])
    expect(tableKey(word)).toBeNull()
})

test('the list behind a number is asked for by row and column, whatever signs they hold', () => {
  const [, query] = sendersAddress('/tables/x', 'a&b', 'o-é').split('?')
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ row: 'a&b', column: 'o-é' })
})
