/** What the first column has at least, as a share: the names of rows are broken between words. */
const leastFirst = 0.22

/**
 * The widths of the columns of a table, the first first. Columns are alike where all fit in that; else each has what its
 * longest word needs, and the first gives way. `needed` is of the columns after the first, in the unit of `whole`.
 */
export function columnWidths(whole: number, numbers: boolean, needed: readonly number[]): number[] {
  const columns = needed.length
  if (!numbers && columns === 3) return [0.3, 0.16, 0.34, 0.2].map((share) => share * whole)
  const room = (1 - (columns > 4 ? 0.28 : 0.4)) * whole
  const alike = room / columns
  const sum = needed.reduce((total, one) => total + one, 0)
  if (!numbers || needed.every((one) => one <= alike)) return [whole - room, ...needed.map(() => alike)]
  const most = (1 - leastFirst) * whole
  if (sum > most) return [whole - most, ...needed.map((one) => (one * most) / sum)]
  const spare = Math.max(0, room - sum) / columns
  const own = needed.map((one) => one + spare)
  return [whole - Math.max(room, sum), ...own]
}

/** The longest word of a text: what a column cannot be narrower than. */
export const longestWord = (text: string): string =>
  text.split(/[\s-]+/u).reduce((longest, word) => (word.length > longest.length ? word : longest), '')
