import { parse } from 'csv-parse/sync'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  type FileRefusal,
  maxRegisterBytes,
  maxRegisterRows,
  type Register,
  type RegisterRow,
  readRegister,
} from './register.ts'

/** Reads the bytes of a register: a table of comma- or semicolon-separated values in UTF-8 with headings on top. */
export function readRegisterFile(bytes: Uint8Array): Register | Refused<FileRefusal> {
  if (bytes.length > maxRegisterBytes) return refuse('too-large')
  const text = decoded(bytes)
  if (text === null) return refuse('not-utf-8')
  const table = tableOf(text)
  if (table === null) return refuse('not-a-table')
  const [first, ...rest] = table
  if (!first) return refuse('no-rows')
  if (rest.length > maxRegisterRows) return refuse('too-many-rows')
  const headings = first.cells.map((heading) => heading.trim().toLowerCase())
  const rows: RegisterRow[] = rest.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? ''])),
  }))
  return readRegister(headings, rows)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

type Line = { line: number; cells: string[] }

function tableOf(text: string): Line[] | null {
  const [heading = ''] = text.split('\n', 1)
  const delimiter = heading.split(';').length > heading.split(',').length ? ';' : ','
  try {
    const records: unknown = parse(text, {
      ...{ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true },
      to: maxRegisterRows + 2,
      max_record_size: 100_000,
    })
    return (records as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      line: info.lines,
      cells: record,
    }))
  } catch {
    // A quotation mark that never ends, or a line without end.
    return null
  }
}
