import type { Subject } from '#app/features/tables/subject.ts'
import { ALL, type Layout } from '#app/features/tables/table.ts'

/** A place in a table. */
export type Cell = { row: string; column: string }

/**
 * What a number can be of, so that everyone it counts is among them: those of the same line whom the table's numbers are
 * of (base), those of it who answered (answered), everybody in the same line (line), everybody the table is of (all).
 */
export const WHOLES = ['answered', 'base', 'line', 'all'] as const
export type WholeName = (typeof WHOLES)[number]
export type Whole = Cell & { name: WholeName }

const ofAnswered = ['with-remarks', 'no-remarks', 'late']

/** What the number in a cell can be of, the most sensible first; nothing where the cell is itself what others are of. */
export function wholesOf(kind: Subject['kind'], layout: Layout, cell: Cell): Whole[] {
  const { base, summed, apart } = layout
  const { row, column } = cell
  const alone = apart?.some((key) => key === row || key === column) ?? false
  const across = (key: string): Cell =>
    base.in === 'column' ? { row: key, column: base.key } : { row: base.key, column: key }
  const summing = summed === 'rows' ? row !== ALL : summed === 'columns' && column !== ALL
  const wholes: Whole[] = [
    ...(kind === 'received' && ofAnswered.includes(column)
      ? [{ name: 'answered' as const, row, column: 'answered' }]
      : []),
    ...(alone ? [] : [{ name: 'base' as const, ...across(base.in === 'column' ? row : column) }]),
    ...(summing
      ? [{ name: 'line' as const, ...(summed === 'rows' ? { row: ALL, column } : { row, column: ALL }) }]
      : []),
    ...(summing && !alone ? [{ name: 'all' as const, ...across(ALL) }] : []),
  ]
  const seen = new Set([placeOf(cell)])
  return wholes.filter((whole) => {
    const place = placeOf(whole)
    return !seen.has(place) && seen.add(place)
  })
}

const placeOf = ({ row, column }: Cell) => JSON.stringify([row, column])

/** A number of senders over another. */
export type Ratio = { count: number; of: number }

/** Whether two are the same number; one that is gone is no number. */
export const sameRatio = (one: Ratio | null, other: Ratio | null) =>
  one?.count === other?.count && one?.of === other?.of
