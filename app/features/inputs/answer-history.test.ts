import { expect, test } from 'vitest'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { isWorthKeeping } from './answer-history.ts'
import type { AnswerRow } from './answer-rows.ts'

const nothing: AnswerRow = { body: null, choice: null, data: null, importance: null }
const text = (words: string) => ({ ...nothing, body: docFromPlainText(words) })
const stood = (row: AnswerRow, by = 'kari', at = '2026-05-04T10:02:00Z') => ({
  ...{ row, by },
  at: new Date(at),
})
const four = 'Staten må betale'

test('what somebody else wrote is kept, whatever is done with it', () => {
  expect(isWorthKeeping(stood(text(four)), stood(text(`${four} mer`), 'jonas'))).toBe(true)
  expect(isWorthKeeping(stood(text(four)), stood(text(`${four} mer`)))).toBe(false)
})

test('what is deleted is kept; a slip that is mended is not', () => {
  const long = 'Staten må betale for nett og opplæring'
  expect(isWorthKeeping(stood(text(long)), stood(text('Staten må betale')))).toBe(true)
  expect(isWorthKeeping(stood(text(long)), stood({ ...nothing, body: null }))).toBe(true)
  expect(isWorthKeeping(stood(text('Staten må btale')), stood(text('Staten må betale')))).toBe(false)
  expect(isWorthKeeping(stood(text('nett nett nett')), stood(text('nett')))).toBe(false)
  expect(isWorthKeeping(stood(text('nett nett nett nett')), stood(text('nett')))).toBe(true)
})

test('the last of every ten minutes is kept, so that a long day of writing can be followed', () => {
  const later = stood(text(`${four} mer`), 'kari', '2026-05-04T10:10:00Z')
  expect(isWorthKeeping(stood(text(four)), later)).toBe(true)
  const within = stood(text(`${four} mer`), 'kari', '2026-05-04T10:09:59Z')
  expect(isWorthKeeping(stood(text(four)), within)).toBe(false)
})

test('another choice is another answer, and an empty answer is nothing to miss', () => {
  const chose = (choice: string) => stood({ ...nothing, choice })
  expect(isWorthKeeping(chose('yes'), chose('no'))).toBe(true)
  expect(isWorthKeeping(stood(text(' ')), stood(text(four), 'jonas', '2026-06-01T10:00:00Z'))).toBe(false)
})

test('words and numbers in fields count like words in a text', () => {
  const table = (data: unknown) => stood({ ...nothing, data })
  const cells = { cells: { nett: { kostnad: 120_000, merknad: 'fem nye skoler' } } }
  expect(isWorthKeeping(table(cells), table({ cells: {} }))).toBe(true)
  expect(
    isWorthKeeping(table(cells), table({ cells: { nett: { ...cells.cells.nett, kostnad: 130_000 } } })),
  ).toBe(false)
})
