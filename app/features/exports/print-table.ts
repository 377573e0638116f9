import { MOST_COLUMNS, type Span } from './outline.ts'
import { type PrintBlock, type PrintTable, plain, strong } from './print.ts'
import { elementsOf as elements, isLeftOut, isOf, type Markup, type Reading, spansOf } from './print-spans.ts'

// What a row of narrow columns has room for.
const longestCell = 600

type Cells = { head: Span[]; cells: Span[][] }

/** A table: as one where it has room on a sheet, else row by row, each value under the name of its column. */
export function tableOf(element: Markup, reading: Reading): PrintBlock[] {
  const parts = elements(element)
  const caption = plain(spansOf(parts.find(({ tag }) => tag === 'caption')?.children ?? [], reading))
  const head = parts.filter(({ tag }) => tag === 'thead').flatMap(elements)[0]
  const [corner = '', ...columns] = (head ? elements(head) : []).map(({ children }) =>
    plain(spansOf(children, reading)),
  )
  const lines = parts.filter(({ tag }) => tag === 'tbody' || tag === 'tfoot').flatMap(elements)
  const numbers = lines.some((line) => elements(line).some((cell) => isOf(cell, 'r')))
  const rows = lines
    .filter((line) => !isLeftOut(line))
    .map((line): Cells => {
      const [first, ...others] = elements(line).map((cell) => spansOf(cell.children, reading))
      return { head: first ?? [], cells: others }
    })
  const long = rows.some(({ head, cells }) => [head, ...cells].some((one) => plain(one).length > longestCell))
  if (long || columns.length > MOST_COLUMNS * 2) return rowByRow(caption, columns, rows)
  const table: PrintTable = { kind: 'table', caption, corner, columns, rows, numbers }
  return narrow(table)
}

/** A table in as many as fit beside the first column. */
function narrow(table: PrintTable): PrintTable[] {
  const parts = Math.ceil(table.columns.length / MOST_COLUMNS) || 1
  const each = Math.ceil(table.columns.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const own = <T>(all: readonly T[]) => all.slice(part * each, (part + 1) * each)
    return {
      ...table,
      columns: own(table.columns),
      rows: table.rows.map(({ head, cells }) => ({ head, cells: own(cells) })),
    }
  })
}

function rowByRow(caption: string, columns: readonly string[], rows: readonly Cells[]): PrintBlock[] {
  const text = (spans: readonly Span[]): PrintBlock => ({ kind: 'text', spans })
  return [
    text([{ text: caption, look: 'strong' }]),
    ...rows.flatMap(({ head, cells }): PrintBlock[] => [
      text(strong(head)),
      {
        kind: 'items',
        terms: true,
        items: cells.map((cell, at) => ({
          label: columns[at] ?? '',
          blocks: plain(cell) ? [text(cell)] : [],
        })),
      },
    ]),
  ]
}
