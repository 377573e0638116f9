import { setTimeout as pause } from 'node:timers/promises'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { database, databaseNow, Overtaken, tx } from '#app/platform/database.server.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { ReadingStopped } from '#app/platform/files/apart.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { readTableApart } from '#app/platform/files/table-reading.server.ts'
import { inputImports } from '#db/schema/index.ts'
import { mostProblems, onRecordProblems, told } from './import-checking.server.ts'
import { readingOf, type StoredImport } from './import-reading.server.ts'
import { readRow } from './import-row.ts'
import type { CheckedMapping } from './input-imports.server.ts'
import { registerIn, waitForOthers } from './registration.server.ts'
import type { Letter } from './registration.ts'
import type { RowProblem } from './row-problem.ts'

// Registering a table may take minutes, so it is not done where events are told. The table of imports says what is left
// to do; the event only tells that there is something.

const aMinuteMs = 60_000
const batchRows = 100
const batchLetters = 1_000_000

type Upkeep = { signal: AbortSignal; onError: (error: unknown) => void }

let wake = () => {}

/** The worker hears that somebody asked for the rows of a table. */
export const importHandlers: Record<string, (event: HeardEvent) => Promise<void>> = {
  'input-import.asked': async () => wake(),
}

/** Registers the rows of every table that somebody asked for, also what an earlier worker left, until aborted. */
export async function keepRegisteringTables({ signal, onError }: Upkeep): Promise<void> {
  while (!signal.aborted) {
    const more = new Promise<void>((resolve) => {
      wake = resolve
    })
    await registerWaitingTables({ signal, onError }).catch(onError)
    const rest = new AbortController()
    const minute = pause(aMinuteMs, undefined, { signal: AbortSignal.any([signal, rest.signal]) })
    await Promise.race([more, minute.catch(() => undefined)])
    rest.abort()
  }
}

/** Takes up every table that is asked for and not finished, the oldest first. One that fails holds back no other. */
export async function registerWaitingTables(
  { signal, onError }: Upkeep,
  atOnce: number = batchRows,
): Promise<void> {
  const waiting = await database()
    .db.select()
    .from(inputImports)
    .where(and(isNotNull(inputImports.askedAt), isNull(inputImports.finishedAt)))
    .orderBy(asc(inputImports.askedAt))
    .limit(20)
  for (const stored of waiting) {
    if (signal.aborted) return
    await registerTable(stored, signal, atOnce).catch((error) => {
      if (!(error instanceof ReadingStopped) && !(error instanceof Overtaken)) onError(error)
    })
  }
}

type Batch = { rows: number; good: { row: number; letter: Letter }[]; problems: RowProblem[] }

/**
 * Reads the table from the beginning and registers what is left of it, some rows at a time. Each time the number of rows
 * that are done moves with what was registered, in one transaction: whatever dies in between, each row is registered once.
 */
async function registerTable(stored: StoredImport, signal: AbortSignal, atOnce: number): Promise<void> {
  const by = await readingOf(stored, stored.mapping as unknown as CheckedMapping, new Date())
  if (by === null) throw new Error('The round of an import has no general question')
  const { reading, box } = by
  let done = stored.doneRows
  const take = async (batch: Batch, last: boolean) => {
    await takeRows(stored, box, batch, { from: done, last })
    done += batch.rows
  }
  const outcome = await fileStorage().lend(stored.sha256, (path) =>
    readTableApart(
      path,
      async (_, rows) => {
        let at = 0
        let batch: Batch = { rows: 0, good: [], problems: [] }
        let letters = 0
        for await (const row of rows) {
          at += 1
          // Those that are done are read too: ids must not stand twice in the whole table.
          const read = readRow(row, reading)
          if (at <= stored.doneRows) continue
          batch.rows += 1
          if ('problems' in read) batch.problems.push(...read.problems)
          else batch.good.push({ row: row.row, letter: read.letter })
          letters += row.cells.reduce((sum, cell) => sum + cell.length, 0)
          if (batch.rows < atOnce && letters < batchLetters) continue
          if (signal.aborted) throw new ReadingStopped()
          await take(batch, false)
          batch = { rows: 0, good: [], problems: [] }
          letters = 0
        }
        await take(batch, true)
        return null
      },
      { signal },
    ),
  )
  if (outcome !== null) throw new Error(`A table that was read before is not read now: ${outcome.refusal}`)
}

const longestMs = 60_000

/** Registers some rows and says that they are done; gives way where another worker has done them meanwhile. */
function takeRows(
  stored: StoredImport,
  box: Parameters<typeof registerIn>[1],
  { rows, good, problems }: Batch,
  { from, last }: { from: number; last: boolean },
): Promise<void> {
  return tx(
    async (tx) => {
      await waitForOthers(tx, longestMs)
      const [held] = await tx.select().from(inputImports).where(eq(inputImports.id, stored.id)).for('update')
      // A connection lost while committing leaves open whether these were done.
      if (held?.doneRows === from + rows && rows > 0) return
      if (!held || held.doneRows !== from || held.finishedAt !== null) throw new GivenWay()
      const by = { actorId: held.askedBy, source: 'file' as const }
      const letters = good.map(({ letter }) => letter)
      const { registered, faults } = await registerIn(tx, box, letters, 'good-ones', by)
      const bad = [...problems, ...onRecordProblems(good, faults)]
      const before = from === 0 ? [] : (held.problems ?? [])
      const shown = bad.map((problem) => told(problem, stored.columns))
      const finishedAt = last ? await databaseNow(tx) : null
      await tx
        .update(inputImports)
        .set({
          ...{ doneRows: from + rows, registered: held.registered + registered, finishedAt },
          skipped: held.skipped + new Set(bad.map(({ row }) => row)).size,
          problems: [...before, ...shown].slice(0, mostProblems),
          problemCount: (from === 0 ? 0 : held.problemCount) + bad.length,
        })
        .where(eq(inputImports.id, stored.id))
    },
    { attemptMs: longestMs, limitMs: 3 * longestMs },
  ).catch((error) => {
    throw error instanceof GivenWay ? new Overtaken() : error
  })
}

/** Another worker is ahead of us. */
class GivenWay extends Error {
  override name = 'GivenWay'
}
