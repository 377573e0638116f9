import { count, desc, eq } from 'drizzle-orm'
import { database, type Transaction } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { people, roundRevisions, type rounds } from '#db/schema/index.ts'
import { publicChanges, type RoundRecord, roundChanges } from './round-revision.ts'
import { rulesOf } from './standing-rules.server.ts'

type RoundRow = typeof rounds.$inferSelect

/** What a round says now, as a version keeps it. */
export function recordOfRound(round: RoundRow): RoundRecord {
  const { opensAt, deadlineAt, acceptsLateUntil, groupDeadlines, ...rules } = rulesOf(round)
  const { publishedAt: _, closedAt, ...choices } = rules
  const { title, intro, purpose, phaseId, contact } = round
  return {
    ...{ ...choices, title, intro, purpose, phaseId, contact },
    opensAt: opensAt.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    acceptsLateUntil: acceptsLateUntil?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    groupDeadlines: Object.fromEntries(
      Object.entries(groupDeadlines).map(([kind, at]) => [kind, at.toISOString()]),
    ),
  }
}

/**
 * Keeps a round as a change left it, as a new version; the caller holds the round's row. A round nobody else can read
 * has no versions. One from before there were versions gets its first, as it was published.
 */
export async function keepRoundRevision(
  tx: Transaction,
  { before, after }: { before: RoundRow; after: RoundRow },
  { at, by, reason }: { at: Date; by: string; reason: LocalisedText | null },
): Promise<void> {
  if (after.publishedAt === null) return
  const { id: roundId, strategyId } = after
  const [latest] = await tx
    .select({ number: roundRevisions.number })
    .from(roundRevisions)
    .where(eq(roundRevisions.roundId, roundId))
    .orderBy(desc(roundRevisions.number))
    .limit(1)
  const first = { at: after.publishedAt, by: after.publishedBy, data: recordOfRound(before), reason: null }
  const versions = [
    ...(latest || before.publishedAt === null ? [] : [first]),
    { at, by, data: recordOfRound(after), reason },
  ]
  await tx.insert(roundRevisions).values(
    versions.map((version, place) => ({
      ...{ strategyId, roundId, ...version, number: (latest?.number ?? 0) + place + 1 },
    })),
  )
}

const shown = 20

const columns = {
  ...{ number: roundRevisions.number, at: roundRevisions.at, reason: roundRevisions.reason },
  data: roundRevisions.data,
}

const withChanges = <Row extends { data: Record<string, unknown> }>(rows: readonly Row[]) =>
  rows.slice(0, shown).map(({ data, ...row }, place) => {
    const before = rows[place + 1]?.data
    return { ...row, changes: before ? roundChanges(before, data) : [] }
  })

/** The latest versions of a round, the newest first, each with what it changed; how many there are. Asks no policy. */
export async function listRoundRevisions(roundId: string) {
  const { db } = database()
  const own = eq(roundRevisions.roundId, roundId)
  const [rows, [sum]] = await Promise.all([
    db
      .select({ ...columns, by: people.name })
      .from(roundRevisions)
      .leftJoin(people, eq(people.id, roundRevisions.by))
      .where(own)
      .orderBy(desc(roundRevisions.number))
      .limit(shown + 1),
    db.select({ total: count() }).from(roundRevisions).where(own),
  ])
  return { revisions: withChanges(rows), total: sum?.total ?? 0 }
}

/** What everybody reads of a round's changes since it opened: when, what concerns senders, and why; not by whom. */
export async function listPublicRoundChanges({ id, opensAt }: { id: string; opensAt: Date }) {
  const rows = await database()
    .db.select(columns)
    .from(roundRevisions)
    .where(eq(roundRevisions.roundId, id))
    .orderBy(desc(roundRevisions.number))
    .limit(shown + 1)
  return withChanges(rows)
    .filter(({ at, number }) => number > 1 && at >= opensAt)
    .map((version) => ({ ...version, changes: publicChanges(version.changes) }))
    .filter(({ changes }) => changes.length > 0)
}

export type PublicRoundChange = Awaited<ReturnType<typeof listPublicRoundChanges>>[number]
export type StaffRoundRevision = Awaited<ReturnType<typeof listRoundRevisions>>['revisions'][number]
