import { parseQuery, type QueryRefusal } from '#search/query.ts'
import type { Filters } from './filters.ts'
import {
  type BuilderRow,
  emptyRow,
  maxRows,
  type RowRefusal,
  rowsOfForm,
  rowsOfQuery,
  textOfRows,
} from './query-builder.ts'

/** The builder as an address asks for it: shut, open on these rows, or rows to be written as this text. */
type Asked =
  | null
  | { text: string }
  | {
      rows: BuilderRow[] | null
      problems: { row: number; refusal: RowRefusal }[]
      whole: QueryRefusal | null
    }

/** How many rows stand open in a builder with nothing in it. */
const rowsAtFirst = 2

/** Reads from an address whether a search is being built. Typed text that rows cannot say is left as it is: rows are null. */
export function buildingOf(given: URLSearchParams, { text, any, compounds }: Filters): Asked {
  if (given.get('build') !== '1') return null
  const nothingWrong = { problems: [], whole: null }
  const act = given.get('act')
  if (act === 'add') return { rows: withRoom(rowsOfForm(given), 1), ...nothingWrong }
  if (act === 'write') {
    const rows = rowsOfForm(given)
    const written = textOfRows(rows, compounds)
    if ('text' in written) return written
    const problems = 'refusals' in written ? written.refusals : []
    return { rows: withRoom(rows, 0), problems, whole: 'refusal' in written ? written.refusal : null }
  }
  const parsed = parseQuery(text, { any, compounds })
  const rows = 'query' in parsed ? rowsOfQuery(parsed.query) : null
  return { rows: rows && withRoom(rows, rows.length === 0 ? rowsAtFirst : 1), ...nothingWrong }
}

const withRoom = (rows: readonly BuilderRow[], room: number) =>
  [...rows, ...Array.from({ length: room }, () => emptyRow)].slice(0, maxRows)
