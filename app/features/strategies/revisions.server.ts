import { and, asc, count, desc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm'
import { database, type Transaction } from '#app/platform/database.server.ts'
import { organisations, organisers, people, registerRevisions, strategies } from '#db/schema/index.ts'
import { changesBetween, type FieldChange, type RegisterRecord } from './revision.ts'

type Reader = Transaction | ReturnType<typeof database>['db']

/** What the register page says now, as a save keeps it. */
export async function recordOf(
  db: Reader,
  strategy: typeof strategies.$inferSelect,
): Promise<RegisterRecord> {
  const organisedBy = await db
    .select({ organisationId: organisers.organisationId, name: organisations.name, role: organisers.role })
    .from(organisers)
    .innerJoin(organisations, eq(organisations.id, organisers.organisationId))
    .where(eq(organisers.strategyId, strategy.id))
    .orderBy(asc(organisers.position))
    .limit(50)
  const { slug, kind, title, summary, scope, projectNumber, caseNumber, status, parentId } = strategy
  const { mandateFrom, mandateTo, appointedOn, goals, goalsOn, results, resultsOn } = strategy
  const { legalRegime, contactEmail, publishedAt } = strategy
  return {
    ...{ slug, kind, title, summary, scope, projectNumber, caseNumber, status, parentId },
    ...{ mandateFrom, mandateTo, appointedOn, goals, goalsOn, results, resultsOn },
    ...{ legalRegime, contactEmail, published: publishedAt !== null, organisers: organisedBy },
  }
}

/** The latest save: its number, what it said, when and by whom; number 0 where nothing has been saved yet. */
export async function latestRevision(db: Reader, strategyId: string) {
  const [latest] = await db
    .select({
      ...{ number: registerRevisions.number, data: registerRevisions.data, at: registerRevisions.at },
      by: people.name,
    })
    .from(registerRevisions)
    .leftJoin(people, eq(people.id, registerRevisions.by))
    .where(eq(registerRevisions.strategyId, strategyId))
    .orderBy(desc(registerRevisions.number))
    .limit(1)
  return latest ?? { number: 0, data: {}, at: null, by: null }
}

/** Keeps the record as the next save; the caller holds the strategy's row. */
export async function keepRevision(
  tx: Transaction,
  strategyId: string,
  { number, at, by, data }: { number: number; at: Date; by: string | null; data: RegisterRecord },
) {
  await tx.insert(registerRevisions).values({ strategyId, number, at, by, data })
}

export const revisionsPerPage = 20

type Wanted = { page: number; publishedAt?: Date | null }

/**
 * One page of the saves, the newest first, each with what it changed from the one before. Given `publishedAt`, only
 * what others could read: from the save that published the strategy on.
 */
async function listRevisions(strategyId: string, { page, publishedAt }: Wanted) {
  const { db } = database()
  const shown = and(
    eq(registerRevisions.strategyId, strategyId),
    publishedAt ? gte(registerRevisions.at, publishedAt) : undefined,
  )
  const [rows, [sum]] = await Promise.all([
    db
      .select({
        ...{ number: registerRevisions.number, at: registerRevisions.at, data: registerRevisions.data },
        by: people.name,
      })
      .from(registerRevisions)
      .leftJoin(people, eq(people.id, registerRevisions.by))
      .where(shown)
      .orderBy(desc(registerRevisions.number))
      .limit(revisionsPerPage + 1)
      .offset((page - 1) * revisionsPerPage),
    db.select({ total: count() }).from(registerRevisions).where(shown),
  ])
  const revisions = rows.slice(0, revisionsPerPage).map(({ data, ...row }, at) => {
    const before = rows[at + 1]?.data as Partial<RegisterRecord> | undefined
    return { ...row, first: !before, changes: before ? changesBetween(before, data) : [] }
  })
  return { revisions, total: sum?.total ?? 0 }
}

/** What others read of the saves: not by whom, and nothing of strategies they cannot read. */
export async function listPublicRevisions(strategyId: string, wanted: Required<Wanted>) {
  const { revisions, total } = await listRevisions(strategyId, wanted)
  const titles = await titlesOf(parentIdsOf(revisions))
  const shownParent = (value: unknown) => titles.get(String(value))?.title ?? null
  return {
    total,
    revisions: revisions.map(({ number, at, first, changes }) => ({
      ...{ number, at, first },
      changes: changes
        .map((change) =>
          change.field === 'parentId'
            ? { ...change, before: shownParent(change.before), after: shownParent(change.after) }
            : change,
        )
        .filter(({ field, before, after }) => field !== 'parentId' || before || after),
    })),
  }
}

/** The same for staff, with the titles of parents whoever may read them. */
export async function listStaffRevisions(strategyId: string, page: number) {
  const { revisions, total } = await listRevisions(strategyId, { page })
  const titles = await titlesOf(parentIdsOf(revisions), { all: true })
  const titleOf = (value: unknown) => titles.get(String(value))?.title ?? null
  return {
    total,
    revisions: revisions.map((revision) => ({
      ...revision,
      changes: revision.changes.map((change) =>
        change.field === 'parentId'
          ? { ...change, before: titleOf(change.before), after: titleOf(change.after) }
          : change,
      ),
    })),
  }
}

const parentIdsOf = (revisions: readonly { changes: readonly FieldChange[] }[]) =>
  revisions
    .flatMap(({ changes }) => changes)
    .flatMap(({ field, before, after }) => (field === 'parentId' ? [before, after] : []))
    .filter((id): id is string => typeof id === 'string')

/** The titles of strategies that records name as parents; those that are not public only when told to. */
async function titlesOf(ids: readonly string[], { all = false } = {}) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await database()
    .db.select({ id: strategies.id, slug: strategies.slug, title: strategies.title })
    .from(strategies)
    .where(
      and(
        inArray(strategies.id, [...new Set(ids)].slice(0, 100)),
        all ? undefined : isNotNull(strategies.publishedAt),
      ),
    )
    .limit(100)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Registers are saved one at a time, so that numbers, addresses and places in the hierarchy stay apart. */
export async function holdRegisters(tx: Transaction) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('strategy-registers', 0))`)
}
