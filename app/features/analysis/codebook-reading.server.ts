import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  CODEBOOK_COLUMNS,
  type CodebookColumn,
  columnOf,
  type FileRow,
  type ToldProblem,
} from './codebook-file.ts'
import { cellsOfDescription } from './codebook-qdc.ts'

/** What a codebook's file may be at most; 500 themes with all they say are far less. */
export const LARGEST_FILE = 500_000
const mostRows = 1_000

export type CodebookFormat = 'csv' | 'qdc'

/** A file that could be read: its rows, what is wrong with its headings, and headings nobody uses. */
export type ReadFile = { rows: FileRow[]; problems: ToldProblem[]; unused: string[] }

/** Why nothing in a file can be read; `row` and `column` are where it stops, 1 being the first. */
export type UnreadFile = Refused<
  'empty' | 'unended-quote' | 'too-many-rows' | 'no-themes' | 'not-codebook' | 'declares-entities'
> & {
  row: number
  column: number
}

const unread = (refusal: UnreadFile['refusal'], row = 1, column = 1): UnreadFile => ({
  ...refuse(refusal),
  row,
  column,
})

export type Decoded = { text: string; encoding: 'utf-8' | 'utf-16' | 'windows-1252' }

/**
 * The text of a file: UTF-8, UTF-16 by its mark, else Windows-1252 as spreadsheets here write it. A byte that is a letter
 * in none of them is refused, with its line and place.
 */
export function decodeFile(
  bytes: Uint8Array,
): Decoded | (Refused<'bytes'> & { row: number; column: number }) {
  const [first, second] = bytes
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  try {
    if (wide) return { text: new TextDecoder(wide, { fatal: true }).decode(bytes), encoding: 'utf-16' }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const broken = placeOf(text, control)
    return broken ? { ...refuse('bytes'), ...broken } : { text, encoding: 'utf-8' }
  } catch {
    // WHATWG's windows-1252 gives every byte some sign; five bytes, and those for control, are no letters.
    const text = new TextDecoder('windows-1252').decode(bytes)
    const broken = placeOf(text, wide ? /^/ : control)
    return broken ? { ...refuse('bytes'), ...broken } : { text, encoding: 'windows-1252' }
  }
}

// What no letter is, but for what parts lines and cells.
const control = /(?![\t\n\r])\p{Cc}/u

function placeOf(text: string, what: RegExp): { row: number; column: number } | null {
  const at = text.search(what)
  if (at < 0) return null
  const before = text.slice(0, at).split('\n')
  return { row: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Reads a codebook's file by what it is. */
export function readCodebook(text: string, format: CodebookFormat): ReadFile | UnreadFile {
  if (!text.replace(/^\ufeff/, '').trim()) return unread('empty')
  return format === 'csv' ? readCsv(text) : readQdc(text)
}

/** What the bytes are: XML begins with its sign. */
export const formatOf = (text: string): CodebookFormat => (/^\ufeff?\s*</.test(text) ? 'qdc' : 'csv')

type Line = { record: string[]; info: { lines: number } }

function readCsv(text: string): ReadFile | UnreadFile {
  const [first = ''] = text.split('\n', 1)
  const delimiter = [';', '\t', ','].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';'
  let lines: Line[]
  try {
    lines = parse(text, {
      ...{ bom: true, delimiter, info: true, relax_column_count: true, skip_records_with_empty_values: true },
      ...{ to: mostRows + 2, max_record_size: 100_000 },
    }) as unknown as Line[]
  } catch (error) {
    return unread('unended-quote', Number((error as { lines?: number }).lines ?? 1))
  }
  const [head, ...rest] = lines
  if (!head) return unread('empty')
  if (rest.length > mostRows) return unread('too-many-rows', mostRows + 1)
  if (rest.length === 0) return unread('no-themes')
  const headings = head.record.map((heading) => heading.trim())
  const known = headings.map(columnOf)
  const problems = headingProblems(headings, known)
  let begins = head.info.lines + 1
  const rows = rest.map(({ record, info }): FileRow => {
    // A cell may hold several lines; a row is known by the one it begins on.
    const row = Math.max(begins, info.lines - record.join('').split('\n').length + 1)
    begins = info.lines + 1
    const cells: FileRow['cells'] = {}
    const columns: FileRow['columns'] = {}
    for (const [at, column] of known.entries()) {
      if (!column) continue
      cells[column] = unguarded(record[at] ?? '')
      columns[column] = headings[at]
    }
    return { row, cells, columns }
  })
  return { rows, problems, unused: headings.filter((heading, at) => heading && !known[at]) }
}

/** Our own files put an apostrophe before what a spreadsheet would take for a formula. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '').trim()

function headingProblems(headings: string[], known: (CodebookColumn | null)[]): ToldProblem[] {
  const twice = headings.flatMap((heading, at): ToldProblem[] =>
    known[at] && known.indexOf(known[at]) < at
      ? [
          {
            row: 1,
            column: heading,
            problem: 'heading-twice',
            value: headings[known.indexOf(known[at])] ?? '',
          },
        ]
      : [],
  )
  const named = known.includes('titleNb') || known.includes('titleNn')
  if (named) return twice
  return [...twice, { row: 1, column: headings[0] ?? '', problem: 'heading-missing', value: '' }]
}

const deepest = 50

class NotCodebook extends Error {
  constructor(readonly reason: 'not-codebook' | 'declares-entities' | 'too-many-rows' = 'not-codebook') {
    super(reason)
  }
}

/** Reads the Codes of a REFI-QDA codebook, whichever namespace it is written in: both 1.0 and 1:0 are about. */
function readQdc(text: string): ReadFile | UnreadFile {
  const parser = new SaxesParser({ position: true })
  const rows: FileRow[] = []
  const open: FileRow[] = []
  const path: string[] = []
  let words = ''
  // Nothing is declared in a codebook, and what declares may make little into very much.
  parser.on('doctype', () => {
    throw new NotCodebook('declares-entities')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name)
    if (path.length === 0 && tag !== 'CodeBook' && tag !== 'Project') throw new NotCodebook()
    path.push(tag)
    words = ''
    if (tag !== 'Code') return
    if (rows.length >= mostRows) throw new NotCodebook('too-many-rows')
    if (open.length > deepest) throw new NotCodebook()
    const above = open.at(-1)
    const row: FileRow = {
      row: rows.length + 1,
      cells: { titleNb: String(attributes.name ?? '').trim() },
      columns: Object.fromEntries(CODEBOOK_COLUMNS.map((column) => [column, 'Description'])),
      ...(above && { under: above.row }),
    }
    row.columns.titleNb = 'name'
    row.columns.parent = 'Code'
    rows.push(row)
    open.push(row)
  })
  const hear = (piece: string) => {
    words += piece
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', ({ name }) => {
    const tag = local(name)
    path.pop()
    const at = open.at(-1)
    if (tag === 'Description' && at && path.at(-1) === 'Code')
      at.cells = named(at.cells.titleNb ?? '', cellsOfDescription(words))
    if (tag === 'Code') open.pop()
    words = ''
  })
  try {
    parser.write(text.replace(/^\ufeff/, '')).close()
  } catch (error) {
    const reason = error instanceof NotCodebook ? error.reason : 'not-codebook'
    return unread(reason, parser.line, parser.column + 1)
  }
  return rows.length === 0 ? unread('no-themes') : { rows, problems: [], unused: [] }
}

// The name is what people see and change in other programs, so it is what counts; written in nynorsk alone it stays that.
function named(name: string, said: FileRow['cells']): FileRow['cells'] {
  if (said.titleNb === undefined && said.titleNn === name) return said
  return { ...said, titleNb: name }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
