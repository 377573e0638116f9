import writeExcelFile from 'write-excel-file/node'
import { translator } from '#app/messages/translator.ts'
import { type Cell, CSV_START, csvLine } from '#app/platform/files/csv.ts'
import type { Locale } from '#app/platform/locale.ts'
import type { WrittenTable } from './wording.ts'

/** The formats a table can be taken out in, and what they are to a browser. */
export const TABLE_FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** One of the formats. */
export type TableFormat = keyof typeof TABLE_FORMATS

const labelOf = ({ label, theme }: WrittenTable['rows'][number]) => (theme ? `${theme.code} ${label}` : label)

function linesOf({ corner, columns, rows }: WrittenTable): Cell[][] {
  return [
    [corner, ...columns.map(({ label }) => label)],
    ...rows.map((row) => [labelOf(row), ...row.cells.map(({ number }) => number)]),
  ]
}

/** The numbers first, so that the first line is the headings; below them what they are and how they were counted. */
function csvOf(table: WrittenTable): string {
  const below = [[], [table.title], [table.about], ...table.notes.map((note) => [note])]
  return CSV_START + [...linesOf(table), ...below].map((line) => csvLine(line)).join('')
}

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
const written = (value: string) => ({ value, type: String, wrap: true })

// Every text is a cell of type text, so that none of them is a formula.
function sheetOf(
  table: WrittenTable,
  cellOf: (cell: WrittenTable['rows'][number]['cells'][number]) => object,
) {
  return [
    [bold(table.corner), ...table.columns.map(({ label }) => ({ ...bold(label), wrap: true }))],
    ...table.rows.map((row) => [written(labelOf(row)), ...row.cells.map(cellOf)]),
  ]
}

/** The numbers, the shares and the counting rule, a sheet each. */
function xlsxOf(table: WrittenTable, locale: Locale): Promise<Buffer> {
  const t = translator(locale, 'workbench')
  const columns = [{ width: 36 }, ...table.columns.map(() => ({ width: 14 }))]
  const shares = table.rows.some(({ cells }) => cells.some(({ share }) => share !== null))
  const look = { columns, stickyRowsCount: 1, stickyColumnsCount: 1 }
  return writeExcelFile([
    {
      ...{ sheet: t('tables.file.numbers'), ...look },
      data: sheetOf(table, ({ number }) => ({ value: number, type: Number })),
    },
    ...(shares
      ? [
          {
            ...{ sheet: t('tables.file.shares'), ...look },
            // Not rounded: whoever needs decimals has them, and the format shows whole per cent.
            data: sheetOf(table, ({ number, of, share }) =>
              share === null || of === null
                ? { value: '', type: String }
                : { value: number / of, type: Number, format: '0%' },
            ),
          },
        ]
      : []),
    {
      sheet: t('tables.file.about'),
      columns: [{ width: 110 }],
      data: [[bold(table.title)], [written(table.about)], ...table.notes.map((note) => [written(note)])],
    },
  ]).toBuffer()
}

/** A table as a file. */
export async function tableFile(table: WrittenTable, format: TableFormat, locale: Locale): Promise<Buffer> {
  return format === 'csv' ? Buffer.from(csvOf(table), 'utf8') : xlsxOf(table, locale)
}
