import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { v7 } from 'uuid'
import { isRefusal, type Refused } from '../refusal.ts'
import { type Allowance, type LostProcess, runApart } from './apart.server.ts'
import { fileStorage } from './storage.server.ts'
import type { TableFacts, TableRefusal, TableRow } from './table-of-file.server.ts'

export type TableReadingRefusal = Refused<TableRefusal> | LostProcess

/**
 * Reads a table (XLSX or CSV) in a process of its own, with bounded memory and time, and lends its rows for as long as the
 * work takes, one at a time: no more of it is ever held than somebody holds on to.
 */
export async function readTableApart<T>(
  file: string,
  work: (facts: TableFacts, rows: AsyncIterable<TableRow>) => Promise<T>,
  allowance: Allowance = {},
): Promise<T | TableReadingRefusal> {
  const { incoming } = fileStorage()
  await mkdir(incoming, { recursive: true })
  const into = path.join(incoming, v7())
  try {
    const facts = await runApart<TableFacts | TableReadingRefusal>(
      'app/platform/files/table-process.server.ts',
      { path: file, into },
      allowance,
    )
    return isRefusal(facts) ? facts : await work(facts, rowsIn(into))
  } finally {
    await rm(into, { force: true })
  }
}

async function* rowsIn(place: string): AsyncGenerator<TableRow> {
  const lines = createInterface({ input: createReadStream(place), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) yield JSON.parse(line) as TableRow
}
