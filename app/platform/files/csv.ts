/** What stands in a cell of a file for spreadsheets; null is an empty one. */
export type Cell = string | number | null

/** Excel reads the mark of byte order as «this is UTF-8»; without it æ, ø and å come out wrong. */
export const CSV_START = '\ufeff'

/**
 * A line of a CSV file as Excel here reads it: semicolons, lines ended with CR LF (RFC 4180 but for the separator).
 * Text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(';')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const safe = plainText(cell)
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Text that no spreadsheet takes for a formula; in XLSX cells of type text need not be changed. */
export function plainText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
