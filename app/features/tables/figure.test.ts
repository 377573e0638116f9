import { expect, test } from 'vitest'
import { FIGURE_WIDTH, figureOf, NARROW_WIDTH } from './figure.ts'
import type { WrittenTable } from './wording.ts'

const cell = (column: string, number: number, of: number | null) => ({ column, number, of, share: null })

const table: WrittenTable = {
  ...{ title: 'Standpunkt', about: '', corner: 'Type', notes: [] },
  base: { in: 'column', key: 'answered' },
  parts: ['supports', 'against', 'not-touched'],
  columns: ['answered', 'supports', 'against', 'not-touched'].map((key) => ({ key, label: key })),
  rows: [
    {
      ...{ key: 'municipality', label: 'Kommuner' },
      cells: [
        ...[cell('answered', 12, null), cell('supports', 5, 12)],
        ...[cell('against', 3, 12), cell('not-touched', 4, 12)],
      ],
    },
  ],
}

test('a bar holds every part of the whole in the order of the table', () => {
  const [bar] = figureOf(table)?.bars ?? []
  expect(bar?.of).toBe(12)
  expect(bar?.parts.map(({ key, senders, paint }) => [key, senders, paint])).toEqual([
    ['supports', 5, 'for'],
    ['against', 3, 'against'],
    ['not-touched', 4, 'na'],
  ])
})

test('lines that overlap are a bar each, of all who could have stood there', () => {
  const [first, ...more] =
    figureOf({ ...table, parts: [], rows: [{ ...table.rows[0], key: 'all' } as never] })?.bars ?? []
  expect([first?.key, first?.of, first?.parts[0]?.senders]).toEqual(['supports', 12, 5])
  expect(more).toHaveLength(2)
})

test('there is no figure of nobody', () => {
  expect(figureOf({ ...table, rows: [] })).toBeNull()
})

test('the key wraps before it leaves the sheet, and the bars begin below it', () => {
  const columns = Array.from({ length: 12 }, (_, at) => ({ key: `o-${at}`, label: 'Et langt svar å velge' }))
  const cells = [cell('answered', 12, null), ...columns.map(({ key }) => cell(key, 1, 12))]
  const figure = figureOf({
    ...table,
    parts: columns.map(({ key }) => key),
    columns: [{ key: 'answered', label: '' }, ...columns],
    rows: [{ key: 'all', label: 'Alle', cells }],
  })
  expect(figure?.legend.every(({ x }) => x < FIGURE_WIDTH - 150)).toBe(true)
  expect(Math.min(...(figure?.bars ?? []).map(({ y }) => y))).toBeGreaterThan(figure?.legend.at(-1)?.y ?? 0)
})

test('on a narrow sheet the key wraps earlier and every bar is as wide as the sheet', () => {
  const narrow = figureOf({ ...table, parts: ['supports', 'against'] }, NARROW_WIDTH)
  expect(narrow?.width).toBe(NARROW_WIDTH)
  const long = table.columns.map((column) => ({ ...column, label: 'Et langt svar å velge' }))
  const wrapped = (width: number) => figureOf({ ...table, columns: long }, width)?.height ?? 0
  expect(wrapped(NARROW_WIDTH)).toBeGreaterThan(wrapped(FIGURE_WIDTH))
})
