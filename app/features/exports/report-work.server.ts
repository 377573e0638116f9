import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { database, databaseNow, Overtaken, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { reports } from '#db/schema/index.ts'
import { reportFailed, reportMade } from './events.ts'
import type { Outline } from './outline.ts'
import type { ReportFormat, ReportLanguage, ReportScope } from './report.ts'
import { drawDocx } from './report-docx.server.ts'
import { gatherReport, type ReportProblem } from './report-gathering.server.ts'
import { outlineOf } from './report-outline.ts'
import { drawPdf } from './report-pdf.server.ts'

/** The worker is to stop; the report is taken up again by the next. */
export class ReportStopped extends Error {
  override name = 'ReportStopped'
}

/** Reports that somebody asked for and that are not there yet, the oldest first. */
export async function listWaitingReports(): Promise<string[]> {
  const rows = await database()
    .db.select({ id: reports.id })
    .from(reports)
    .where(isNull(reports.finishedAt))
    .orderBy(asc(reports.askedAt))
    .limit(20)
  return rows.map(({ id }) => id)
}

// Drawing and keeping.
const stepsAfter = 2

/**
 * Makes a report in pieces, and says after each how far it is. Nothing is kept before all of it is there, so a worker that
 * is killed leaves a report that the next one begins anew. What goes wrong is on the row as a problem; an outage is not,
 * because then the row cannot be written either.
 */
export async function makeReport(reportId: string, signal?: AbortSignal): Promise<void> {
  const [report] = await database().db.select().from(reports).where(eq(reports.id, reportId))
  if (!report || report.finishedAt) return
  const step = async (done: number, steps: number) => {
    if (signal?.aborted) throw new ReportStopped()
    const going = await database()
      .db.update(reports)
      .set({ done, steps })
      .where(and(eq(reports.id, reportId), isNull(reports.finishedAt)))
      .returning({ id: reports.id })
    // Another worker has finished it.
    if (going.length === 0) throw new Overtaken()
  }
  try {
    const lang = report.lang as ReportLanguage
    const asked = { roundId: report.roundId, lang, scope: report.scope as ReportScope }
    const now = await tx((tx) => databaseNow(tx))
    let total = 0
    const source = await gatherReport(asked, {
      ...{ now, after: stepsAfter },
      step: (done, steps) => {
        total = steps
        return step(done, steps)
      },
    })
    if ('problem' in source) return await finish(report, { problem: source.problem })
    const bytes = await drawn(outlineOf(source), report.format as ReportFormat, signal)
    await step(total - 1, total)
    const sha256 = await keepBytes(bytes)
    await finish(report, { sha256, size: bytes.length, steps: total })
  } catch (error) {
    if (error instanceof ReportStopped || error instanceof Overtaken) return
    await finish(report, { problem: 'failed' })
    throw error
  }
}

const drawn = (outline: Outline, format: ReportFormat, signal?: AbortSignal) =>
  format === 'docx' ? drawDocx(outline) : drawPdf(outline, { signal })

/** Puts bytes into the file storage, where they lie under their sum. */
async function keepBytes(bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const storage = fileStorage()
  await mkdir(storage.incoming, { recursive: true })
  const place = path.join(storage.incoming, v7())
  try {
    const handle = await open(place, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await storage.keep(place, sha256)
  } finally {
    await rm(place, { force: true })
  }
  return sha256
}

type Outcome = { problem: ReportProblem | 'failed' } | { sha256: string; size: number; steps: number }

/** Says what became of a report, once, whoever comes first. */
function finish({ id, strategyId }: typeof reports.$inferSelect, outcome: Outcome): Promise<void> {
  return tx(async (tx) => {
    const at = await databaseNow(tx)
    const made = 'sha256' in outcome
    const [done] = await tx
      .update(reports)
      .set({ ...outcome, ...(made && { done: outcome.steps }), finishedAt: at })
      .where(and(eq(reports.id, id), isNull(reports.finishedAt)))
      .returning({ id: reports.id })
    if (!done) return
    const data = made ? { size: outcome.size } : { problem: outcome.problem }
    await record(tx, {
      kind: made ? reportMade : reportFailed,
      actorId: null,
      subjectId: id,
      strategyId,
      at,
      data,
    })
  })
}
