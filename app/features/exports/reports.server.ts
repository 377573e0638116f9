import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  inputMasks,
  inputs,
  inputVersions,
  inputWithholdings,
  people,
  registrationWithdrawals,
  reports,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { reportAsked, reportPublished, reportTakenOff } from './events.ts'
import { reportRefusal } from './policy.ts'
import type { ReportFormat, ReportLanguage, ReportScope } from './report.ts'

type Asked = { key: string; format: ReportFormat; lang: ReportLanguage; scope: ReportScope }

/** Asks for a report of a round's findings, once per key. The worker makes it. */
export function askReport(actor: Actor, roundId: string, { key, ...asked }: Asked) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = reportRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    // Another choice on the same page is another report.
    return once(tx, actor.personId, keyWith(key, asked), 'ask-report', async () => {
      const at = await databaseNow(tx)
      const [report] = await tx
        .insert(reports)
        .values({ strategyId, roundId, ...asked, askedAt: at, askedBy: actor.personId })
        .returning({ id: reports.id })
      if (!report) throw new Error('No report was asked for')
      await record(tx, {
        ...{ kind: reportAsked, actorId: actor.personId, subjectId: report.id, strategyId, at, data: asked },
      })
      return { reportId: report.id }
    })
  })
}

// A file cannot be judged anew as pages are. What was made public before somebody withdrew, withheld or masked something of
// the round may still say it, so it is not handed to anybody else from then on.
const outdated = sql<boolean>`(${reports.scope} = 'published' and (
  exists (select from ${inputs} i where i.round_id = ${reports.roundId} and i.withdrawn_at >= ${reports.askedAt})
  or exists (select from ${inputWithholdings} w join ${inputs} i on i.id = w.input_id
    where i.round_id = ${reports.roundId} and w.withheld_at >= ${reports.askedAt})
  or exists (select from ${inputMasks} m join ${inputVersions} v on v.id = m.version_id
    where v.round_id = ${reports.roundId} and m.masked_at >= ${reports.askedAt})
  or exists (select from ${registrationWithdrawals} b join ${inputVersions} v on v.id = b.version_id
    where v.round_id = ${reports.roundId} and b.at >= ${reports.askedAt})))`

type Act = { key: string; report: string }
type NotPublished = Refused<'not-made' | 'is-draft' | 'outdated' | 'round-not-published'>

/** Lets everyone have a report. It must be made, of what is published, and of what may still be read. */
export function publishReport(actor: Actor, roundId: string, asked: Act) {
  return decide(
    actor,
    roundId,
    asked,
    'publish-report',
    async (tx, report): Promise<NotPublished | { reportId: string }> => {
      if (report.publishedAt) return { reportId: report.id }
      if (report.scope !== 'published') return refuse('is-draft')
      if (!report.sha256) return refuse('not-made')
      if (report.outdated) return refuse('outdated')
      if (!report.roundPublished) return refuse('round-not-published')
      return save(tx, actor, report, reportPublished)
    },
  )
}

/** Makes a report the staff's own again. What somebody has fetched stays where it is. */
export function takeReportOff(actor: Actor, roundId: string, asked: Act) {
  return decide(actor, roundId, asked, 'take-report-off', async (tx, report) =>
    report.publishedAt ? save(tx, actor, report, reportTakenOff) : { reportId: report.id },
  )
}

type Held = NonNullable<Awaited<ReturnType<typeof hold>>>

async function hold(tx: Transaction, roundId: string, reportId: string) {
  const [held] = await tx
    .select({ report: reports, outdated, roundPublished: sql<boolean>`${rounds.publishedAt} is not null` })
    .from(reports)
    .innerJoin(rounds, eq(rounds.id, reports.roundId))
    .where(and(eq(reports.id, reportId), eq(reports.roundId, roundId)))
    .for('update', { of: reports })
  return held && { ...held.report, outdated: held.outdated, roundPublished: held.roundPublished }
}

function decide<T extends object>(
  actor: Actor,
  roundId: string,
  { key, report: reportId }: Act,
  operation: string,
  work: (tx: Transaction, report: Held) => Promise<T>,
) {
  return tx(async (tx): Promise<T | Refused<'not-found'> | Refused<'forbidden'>> => {
    const report = await hold(tx, roundId, reportId)
    if (!report) return refuse('not-found')
    const refusal = reportRefusal(actor, report.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(key, [operation, reportId]), operation, () => work(tx, report))
  })
}

async function save(tx: Transaction, actor: Actor, { id, strategyId }: Held, kind: EventKind) {
  const at = await databaseNow(tx)
  const published = kind === reportPublished
  await tx
    .update(reports)
    .set({ publishedAt: published ? at : null, publishedBy: published ? actor.personId : null })
    .where(eq(reports.id, id))
  await record(tx, { kind, actorId: actor.personId, subjectId: id, strategyId, at })
  return { reportId: id }
}

/** Reports on a page: the newest. */
const mostListed = 50

/** The newest reports of a round, for those who work on it; the caller has asked the policy. */
export function listReports(roundId: string) {
  return database()
    .db.select({
      ...{
        id: reports.id,
        format: sql<ReportFormat>`${reports.format}`,
        lang: sql<ReportLanguage>`${reports.lang}`,
      },
      ...{ scope: sql<ReportScope>`${reports.scope}`, askedAt: reports.askedAt, askedBy: people.name },
      ...{ steps: reports.steps, done: reports.done, finishedAt: reports.finishedAt, sha256: reports.sha256 },
      ...{ size: reports.size, problem: reports.problem, publishedAt: reports.publishedAt, outdated },
    })
    .from(reports)
    .innerJoin(people, eq(people.id, reports.askedBy))
    .where(eq(reports.roundId, roundId))
    .orderBy(desc(reports.askedAt), desc(reports.id))
    .limit(mostListed)
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>[number]

const file = {
  ...{ id: reports.id, sha256: reports.sha256, size: reports.size, finishedAt: reports.finishedAt },
  ...{ format: sql<ReportFormat>`${reports.format}`, lang: sql<ReportLanguage>`${reports.lang}` },
  ...{ scope: sql<ReportScope>`${reports.scope}`, publishedAt: reports.publishedAt },
  ...{ number: rounds.number, strategyId: reports.strategyId, title: strategies.title },
}

function listFiles(condition: SQL | undefined, limit: number) {
  return database()
    .db.select(file)
    .from(reports)
    .innerJoin(rounds, eq(rounds.id, reports.roundId))
    .innerJoin(strategies, eq(strategies.id, reports.strategyId))
    .where(condition)
    .orderBy(desc(reports.publishedAt), desc(reports.id))
    .limit(limit)
}

/** A report as a file. */
export type ReportFile = Awaited<ReturnType<typeof listFiles>>[number]

/** A report of a round that is there to be fetched; the caller has asked the policy. */
export async function findReportFile(roundId: string, reportId: string): Promise<ReportFile | null> {
  const [found] = await listFiles(
    and(eq(reports.id, reportId), eq(reports.roundId, roundId), isNotNull(reports.sha256)),
    1,
  )
  return found ?? null
}

const open = and(
  ...[isNotNull(reports.publishedAt), isNotNull(rounds.publishedAt), isNotNull(strategies.publishedAt)],
  sql`not ${outdated}`,
)

/** A report that everyone may have; null for every other. */
export async function findPublishedReport(reportId: string): Promise<ReportFile | null> {
  const [found] = await listFiles(and(open, eq(reports.id, reportId)), 1)
  return found ?? null
}

/** The reports of a round that everyone may have: the newest of each format and written form. */
export async function listPublishedReports(roundId: string): Promise<ReportFile[]> {
  const found = await listFiles(and(open, eq(reports.roundId, roundId)), 20)
  return [...new Map(found.reverse().map((one) => [`${one.lang} ${one.format}`, one])).values()].sort(
    (a, b) => (`${a.lang} ${a.format}` < `${b.lang} ${b.format}` ? -1 : 1),
  )
}
