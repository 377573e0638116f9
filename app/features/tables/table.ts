import type { LocalisedText } from '#app/platform/localised-text.ts'

/**
 * What a row or column is of. Without words of its own it is called what the catalogue calls its key. An optional one is
 * left out where nobody stands in it.
 */
export type Heading = {
  key: string
  words?: LocalisedText
  theme?: { code: string; colour: number; depth: number }
  optional?: boolean
}

/** What the numbers of a table are of: the number in this column of the same row, or in this row of the same column. */
export type Base = { in: 'column' | 'row'; key: string }

/**
 * How a table is laid out. `parts` are the columns (or rows, where the base is a row) in which each sender of the base
 * stands exactly once; none where a sender may stand in several. `summed` is the way along which each sender stands
 * once, so that the sum is a number of senders too: its line has the key 'all'. What is `apart` is of nobody in the base.
 */
export type Layout = {
  rows: readonly Heading[]
  columns: readonly Heading[]
  base: Base
  parts: readonly string[]
  summed: 'rows' | 'columns' | null
  apart?: readonly string[]
}

/** So many senders in a row and a column. */
export type Count = { row: string; column: string; senders: number }

/** A table counted: its layout without what nobody stands in, and its numbers. */
export type Table = Layout & { numbers: ReadonlyMap<string, number> }

/** The key of the line that sums up. */
export const ALL = 'all'

const place = (row: string, column: string) => `${row}\n${column}`

/** Puts counts into their layout, with the line that sums up, and leaves out what is optional and empty. */
export function tableOf(layout: Layout, counts: readonly Count[]): Table {
  const numbers = new Map<string, number>()
  const add = (row: string, column: string, senders: number) =>
    numbers.set(place(row, column), (numbers.get(place(row, column)) ?? 0) + senders)
  for (const { row, column, senders } of counts) {
    add(row, column, senders)
    if (layout.summed === 'rows') add(ALL, column, senders)
    if (layout.summed === 'columns') add(row, ALL, senders)
  }
  const anyone = (row: string, column: string) => (numbers.get(place(row, column)) ?? 0) > 0
  const all: Heading[] = [{ key: ALL }]
  const rows = layout.rows.filter(
    ({ key, optional }) => !optional || layout.columns.some((column) => anyone(key, column.key)),
  )
  const columns = layout.columns.filter(
    ({ key, optional }) => !optional || layout.rows.some((row) => anyone(row.key, key)),
  )
  return {
    ...layout,
    rows: layout.summed === 'rows' && rows.length > 0 ? [...rows, ...all] : rows,
    // First, because a table of many kinds is wider than a window.
    columns: layout.summed === 'columns' ? [...all, ...columns] : columns,
    numbers,
  }
}

/** How many senders stand in a row and a column. */
export const numberIn = (table: Table, row: string, column: string): number =>
  table.numbers.get(place(row, column)) ?? 0

/** How many the number in a cell is of; null where the cell is itself what others are of, or is of nobody. */
export function baseOf(table: Table, row: string, column: string): number | null {
  const of = numberBeside(table, row, column)
  return of === 0 ? null : of
}

function numberBeside(table: Table, row: string, column: string): number | null {
  const { base, apart } = table
  if (apart?.some((key) => key === row || key === column)) return null
  if (base.in === 'column') return column === base.key ? null : numberIn(table, row, base.key)
  return row === base.key ? null : numberIn(table, base.key, column)
}

/** Whether a layout has a cell: its list of senders is asked for by these two words. */
export function hasCell(layout: Layout, row: string, column: string): boolean {
  const has = (headings: readonly Heading[], way: Layout['summed'], key: string) =>
    (key === ALL && layout.summed === way) || headings.some((heading) => heading.key === key)
  return has(layout.rows, 'rows', row) && has(layout.columns, 'columns', column)
}
