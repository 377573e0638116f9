import { baseOf, numberIn, type Table } from './table.ts'

/** Under so many senders a share says less than the number does (look.md § 13). */
export const FEWEST_FOR_SHARES = 10

/** The share of a number in whole per cent, rounded by itself; null where it is of too few. */
export function shareOf(number: number, of: number | null): number | null {
  return of === null || of < FEWEST_FOR_SHARES ? null : Math.round((100 * number) / of)
}

/** What the rounded shares of some parts of a whole add up to. */
export function sumOfShares(parts: readonly number[], of: number): number {
  return parts.reduce((sum, part) => sum + Math.round((100 * part) / of), 0)
}

/**
 * The lines whose shares do not add up to 100, as they ought to because each sender stands in exactly one of the parts:
 * the reader is told, so that nobody thinks that a number is wrong (the Directorate's 101 per cent).
 */
export function unevenSums(table: Table): { key: string; sum: number }[] {
  if (table.parts.length === 0) return []
  const lines = table.base.in === 'column' ? table.rows : table.columns
  return lines.flatMap(({ key }) => {
    const cells = table.parts.map((part): [string, string] =>
      table.base.in === 'column' ? [key, part] : [part, key],
    )
    const [first] = cells
    const of = first ? baseOf(table, ...first) : null
    if (of === null || of < FEWEST_FOR_SHARES) return []
    const sum = sumOfShares(
      cells.map((cell) => numberIn(table, ...cell)),
      of,
    )
    return sum === 100 ? [] : [{ key, sum }]
  })
}
