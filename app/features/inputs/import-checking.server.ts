import { tx } from '#app/platform/database.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { readTableApart, type TableReadingRefusal } from '#app/platform/files/table-reading.server.ts'
import { columnLetters } from '#app/platform/files/table-text.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import type { ImportProblem } from '#db/schema/work.ts'
import type { Mapping } from './import-mapping.ts'
import { readingOf, type StoredImport } from './import-reading.server.ts'
import { readRow } from './import-row.ts'
import { registerIn } from './registration.server.ts'
import type { Letter } from './registration.ts'
import type { LetterBox } from './registration-versions.server.ts'
import type { RowProblem } from './row-problem.ts'

/** How many problems are kept to show; all of them are counted. */
export const mostProblems = 200
const batchRows = 500
const previewRows = 10

/** A row as it would be registered, for looking at. */
export type PreviewRow = {
  row: number
  sender: string
  kind: string
  onRecord: boolean
  received: string | null
  text: string
  answers: number
}

/** What would come of a table: rows in order, rows that are registered already, rows that cannot be taken. */
export type TableSummary = { ready: number; alreadyThere: number; badRows: number; preview: PreviewRow[] }

type Checked = { summary: TableSummary; problems: ImportProblem[]; problemCount: number }

/** Looks through the whole table without changing anything, a few hundred rows at a time. */
export async function checkTable(
  stored: StoredImport,
  mapping: Mapping,
  now: Date,
): Promise<Checked | TableReadingRefusal | Refused<'no-general-question'>> {
  const by = await readingOf(stored, mapping, now)
  if (by === null) return refuse('no-general-question')
  const { reading, box } = by
  const summary: TableSummary = { ready: 0, alreadyThere: 0, badRows: 0, preview: [] }
  const checked: Checked = { summary, problems: [], problemCount: 0 }
  const tell = (found: readonly RowProblem[]) => {
    checked.problemCount += found.length
    for (const problem of found)
      if (checked.problems.length < mostProblems) checked.problems.push(told(problem, stored.columns))
  }
  let batch: { row: number; letter: Letter }[] = []
  const rehearse = async () => {
    const outcome = await rehearsed(box, batch)
    summary.ready += outcome.ready
    summary.alreadyThere += outcome.alreadyThere
    summary.badRows += outcome.problems.length
    tell(outcome.problems)
    batch = []
  }
  const done = await fileStorage().lend(stored.sha256, (path) =>
    readTableApart(path, async (_, rows) => {
      for await (const row of rows) {
        const read = readRow(row, reading)
        if ('problems' in read) {
          summary.badRows += 1
          tell(read.problems)
          continue
        }
        if (summary.preview.length < previewRows) summary.preview.push(previewOf(row.row, read.letter))
        batch.push({ row: row.row, letter: read.letter })
        if (batch.length === batchRows) await rehearse()
      }
      await rehearse()
      return null
    }),
  )
  if (done !== null) return done
  checked.problems.sort((one, other) => one.row - other.row)
  return checked
}

/** What registering these would come to, and which of them what is on record stands in the way of. */
async function rehearsed(box: LetterBox, batch: readonly { row: number; letter: Letter }[]) {
  if (batch.length === 0) return { ready: 0, alreadyThere: 0, problems: [] }
  const letters = batch.map(({ letter }) => letter)
  const outcome = await tx((tx) => registerIn(tx, box, letters, 'none', { actorId: null, source: 'file' }))
  return {
    ready: outcome.registered,
    alreadyThere: outcome.alreadyThere,
    problems: onRecordProblems(batch, outcome.faults),
  }
}

type Faults = Awaited<ReturnType<typeof registerIn>>['faults']

/** What stands on record in the way of rows, as problems of those rows. */
export function onRecordProblems(batch: readonly { row: number }[], faults: Faults): RowProblem[] {
  return [...faults].map(([at, { refusal }]) => ({
    row: batch[at]?.row ?? 0,
    at: null,
    reason: refusal === 'withdrawn' || refusal === 'taken-back' ? refusal : 'registered-otherwise',
  }))
}

/** A problem as it is kept: its column by its letters and heading, as the file shows them. */
export function told({ row, at, reason, value }: RowProblem, columns: readonly string[]): ImportProblem {
  const heading = at === null ? '' : (columns[at] ?? '')
  const column =
    at === null ? undefined : heading === '' ? columnLetters(at) : `${columnLetters(at)} «${heading}»`
  return { row, reason, ...(column !== undefined && { column }), ...(value !== undefined && { value }) }
}

function previewOf(row: number, { sender, receivedOn, text, answers = [] }: Letter): PreviewRow {
  const said = text.length > 120 ? `${[...text].slice(0, 120).join('')}…` : text
  return {
    ...{ row, sender: sender.name, kind: sender.kind, onRecord: sender.organisationId !== undefined },
    ...{ received: receivedOn, text: said, answers: answers.length },
  }
}
