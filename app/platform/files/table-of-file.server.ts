import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { readSheet } from 'read-excel-file/node'
import { isRefusal, type Refused, refuse } from '../refusal.ts'
import { cleanText } from '../rich-text/clean-text.ts'
import { kindOfFile } from './sniffing.server.ts'
import { tableLimits } from './table-limits.ts'
import { delimiterOf, type Encoding, encodingByStart } from './table-text.ts'
import { hearXml, UnreadableXml } from './xml-events.server.ts'
import { openZip, type ZipParts } from './zip.server.ts'

/** Why a file is not read as a table. */
export type TableRefusal =
  | 'empty-file'
  | 'not-a-table'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-much-text'
  | 'unclosed-quote'
  | 'encrypted'
  | 'broken'

/** A table that was read: what it is, its headings, how many rows stand under them, and the first of those. */
export type TableFacts = { type: 'xlsx' | 'csv'; columns: string[]; rowCount: number; sample: string[][] }

/** A row with anything in it, numbered as the file shows it: the first is 1. */
export type TableRow = { row: number; cells: string[] }

class TableError extends Error {
  constructor(readonly reason: TableRefusal) {
    super(reason)
  }
}

const sampleRows = 10

/**
 * Reads a table and writes its rows to `into`, one JSON object a line; the first row with anything in it is the headings.
 * Takes what memory and time the file asks for: see readTableApart.
 */
export async function tableOfFile(path: string, into: string): Promise<TableFacts | Refused<TableRefusal>> {
  const kind = await kindOfFile(path)
  const type = kind === 'xlsx' ? 'xlsx' : 'csv'
  if (isRefusal(kind) && kind.refusal !== 'unknown-kind')
    return refuse(
      kind.refusal === 'empty-file' || kind.refusal === 'encrypted' ? kind.refusal : 'not-a-table',
    )
  if (!isRefusal(kind) && kind !== 'xlsx') return refuse('not-a-table')
  const facts: TableFacts = { type, columns: [], rowCount: 0, sample: [] }
  let letters = 0
  const written = async function* () {
    let heading = true
    for await (const { row, cells } of type === 'xlsx' ? sheetRows(path) : csvRows(path)) {
      if (cells.every((cell) => cell === '')) continue
      if (cells.length > tableLimits.columns) throw new TableError('too-many-columns')
      if (heading) {
        facts.columns = cells.map((cell) => cell.slice(0, 300))
        heading = false
        continue
      }
      facts.rowCount += 1
      letters += cells.reduce((sum, cell) => sum + cell.length, 0)
      if (facts.rowCount > tableLimits.rows) throw new TableError('too-many-rows')
      if (letters > tableLimits.letters) throw new TableError('too-much-text')
      if (facts.sample.length < sampleRows) facts.sample.push(cells.map((cell) => cell.slice(0, 500)))
      yield `${JSON.stringify({ row, cells })}\n`
    }
  }
  try {
    await pipeline(written, createWriteStream(into))
  } catch (error) {
    return refuse(reasonOf(error))
  }
  if (facts.rowCount === 0) return refuse('no-rows')
  facts.columns = facts.columns.map((heading) => heading.replace(/\s+/g, ' ').trim())
  return facts
}

function reasonOf(error: unknown): TableRefusal {
  if (error instanceof TableError) return error.reason
  if (error instanceof CsvError)
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed-quote' : 'not-a-table'
  return error instanceof UnreadableXml && error.reason === 'declares-entities' ? 'not-a-table' : 'broken'
}

async function* sheetRows(path: string): AsyncGenerator<TableRow> {
  await lookThrough(path)
  const rows = await readSheet(path, undefined, { trim: true })
  for (const [at, cells] of rows.entries()) yield { row: at + 1, cells: cells.map(cellText) }
}

/**
 * Hears every part of the file once before anything of it is held: that nothing unpacks to more than it says, declares
 * entities, or has more rows than are taken in.
 */
async function lookThrough(path: string) {
  const zip = await openZip(path)
  if (isRefusal(zip)) throw new TableError(zip.refusal === 'encrypted' ? 'encrypted' : 'broken')
  try {
    for (const name of zip.names()) if (/\.(xml|rels)$/i.test(name)) await hearPart(zip, name)
  } finally {
    zip.close()
  }
}

async function hearPart(zip: ZipParts, name: string) {
  const part = await zip.open(name)
  if (!part) return
  const isSheet = /worksheets\//i.test(name)
  const rows = { written: 0, all: 0 }
  let filled = false
  await hearXml(part, {
    open(tag) {
      if (tag === 'row') filled = false
      else if (tag === 'v' || tag === 't') filled = true
    },
    close(tag) {
      if (!isSheet || tag !== 'row') return
      rows.all += 1
      if (filled) rows.written += 1
      if (rows.written > tableLimits.rows + 1 || rows.all > 10 * tableLimits.rows)
        throw new TableError('too-many-rows')
    },
  }).catch((error) => {
    // What the listener itself says is lost in the parser's own errors.
    throw rows.written > tableLimits.rows + 1 || rows.all > 10 * tableLimits.rows
      ? new TableError('too-many-rows')
      : error
  })
}

/** A cell as it is read: what a formula came to, a date as its day, a number as it stands. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return tidy(String(cell))
}

function tidy(text: string): string {
  if (text.length > tableLimits.cell) throw new TableError('too-much-text')
  return cleanText(text).trim()
}

async function* csvRows(path: string): AsyncGenerator<TableRow> {
  const encoding = await encodingOf(path)
  const delimiter = delimiterOf(await beginning(path, encoding))
  const records = parse({
    ...{ bom: true, delimiter, info: true, relax_column_count: true },
    record_delimiter: ['\r\n', '\n', '\r'],
    ...{ relax_quotes: true, max_record_size: 4 * tableLimits.cell },
  })
  const reading = pipeline(decoded(path, encoding), records)
  // Said by the reading below; here it must only not go unheard.
  reading.catch(() => {})
  let row = 0
  for await (const { record } of records as AsyncIterable<{ record: string[] }>) {
    row += 1
    yield { row, cells: record.map(tidy) }
    if (row > 5 * tableLimits.rows) throw new TableError('too-many-rows')
  }
  await reading
}

async function* decoded(path: string, encoding: Encoding) {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  for await (const piece of createReadStream(path)) yield decoder.decode(piece as Buffer, { stream: true })
  yield decoder.decode()
}

async function encodingOf(path: string): Promise<Encoding> {
  const head = await headOf(path)
  const known = encodingByStart(head)
  if (known?.startsWith('utf-16')) return known
  // Bytes that no text has: a program, a picture, an archive.
  if (head.includes(0)) throw new TableError('not-a-table')
  try {
    for await (const _ of decoded(path, 'utf-8')) {
      // Only whether all of it is UTF-8.
    }
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(64 * 1024), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function beginning(path: string, encoding: Encoding): Promise<string> {
  return new TextDecoder(encoding).decode(await headOf(path))
}
