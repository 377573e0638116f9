import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { passages, taggingJobPassages, taggingJobs, taggings, themes } from '#db/schema/index.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { taggingJobFinished } from './events.ts'
import { oursOf } from './tagging-own.server.ts'
import { standingAmong } from './tagging-preview.server.ts'

/** How many passages one transaction tags: few enough that nobody who reads and tags beside it waits. */
const batch = 200

/** Jobs with work left: passages not come to, or an undoing not carried out. */
export async function listWaitingJobs(): Promise<string[]> {
  const rows = await database()
    .db.select({ id: taggingJobs.id })
    .from(taggingJobs)
    .where(isNull(taggingJobs.finishedAt))
    .orderBy(asc(taggingJobs.askedAt))
    .limit(100)
  return rows.map(({ id }) => id)
}

/**
 * Carries on with a job until it is done, or until aborted. Each batch is a transaction of its own: killed between two,
 * or in the middle of one, it is taken up where it was, and no passage is tagged twice.
 */
export async function carryOn(jobId: string, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await carryOnABit(jobId)));
}

/** Does one batch of a job; says whether there may be more. */
export function carryOnABit(jobId: string, most = batch): Promise<boolean> {
  return tx(async (tx) => {
    // An undoing waits for the batch, and the next batch sees it.
    const [job] = await tx.select().from(taggingJobs).where(eq(taggingJobs.id, jobId)).for('share')
    if (!job || job.finishedAt) return false
    if (job.undoneAt) return takeAway(tx, job, most)
    const theme = await holdStanding(tx, job.themeId)
    if (!theme) return finish(tx, job, 'theme-retired')
    return tagSome(tx, { ...job, themeId: theme }, most)
  })
}

/**
 * The theme that a job goes on with, held: one merged on the way gives what it became part of, where what the job had
 * tagged went too. Null when that is out of use.
 */
async function holdStanding(tx: Transaction, themeId: string): Promise<string | null> {
  const [theme] = await tx.select().from(themes).where(eq(themes.id, themeId)).for('share')
  if (!theme?.retiredAt) return theme?.id ?? null
  return theme.mergedInto ? holdStanding(tx, theme.mergedInto) : null
}

type Job = typeof taggingJobs.$inferSelect

async function tagSome(tx: Transaction, job: Job, most: number): Promise<boolean> {
  const { id: jobId, strategyId, themeId, position, askedBy } = job
  const next = await tx
    .select({ passageId: taggingJobPassages.passageId })
    .from(taggingJobPassages)
    .where(and(eq(taggingJobPassages.jobId, jobId), isNull(taggingJobPassages.doneAt)))
    .orderBy(asc(taggingJobPassages.passageId))
    .limit(most)
    // Another worker has the rest.
    .for('update', { skipLocked: true })
  if (next.length === 0) return finish(tx, job)
  const ids = next.map(({ passageId }) => passageId)
  // Held, so that none is split or joined just now. One that was, or whose version was replaced, is left.
  const standing = await tx.execute<{ id: string }>(sql`
    select ${passages.id} as id from ${standingAmong(ids)} order by ${passages.id} for share of ${passages}`)
  const at = await databaseNow(tx)
  const rows = standing.map(({ id: passageId }) => ({
    ...{ strategyId, passageId, themeId, position, jobId, taggedAt: at, taggedBy: askedBy },
  }))
  const made =
    rows.length === 0
      ? []
      : await tx
          .insert(taggings)
          .values(rows)
          // Whoever tagged it meanwhile was first.
          .onConflictDoNothing()
          .returning({ passageId: taggings.passageId })
  await tx.execute(sql`
    update ${taggingJobPassages} set done_at = ${at.toISOString()}
    where job_id = ${jobId} and passage_id = any (${listed(ids)})`)
  await enqueuePassages(
    tx,
    strategyId,
    made.map(({ passageId }) => passageId),
  )
  return true
}

const listed = (ids: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid)`

/** Says that a job is done, once nobody else holds some of it. */
async function finish(tx: Transaction, job: Job, problem: 'theme-retired' | null = null): Promise<boolean> {
  const left = sql`exists (select from ${taggingJobPassages}
    where job_id = ${job.id} and done_at is null)`
  const at = await databaseNow(tx)
  const [done] = await tx
    .update(taggingJobs)
    .set({ finishedAt: at, problem })
    .where(
      and(
        eq(taggingJobs.id, job.id),
        isNull(taggingJobs.finishedAt),
        problem || job.undoneAt ? undefined : sql`not ${left}`,
      ),
    )
    .returning({ id: taggingJobs.id })
  if (done) {
    const { id: subjectId, strategyId } = job
    const data = { undone: job.undoneAt !== null, ...(problem && { problem }) }
    await record(tx, { kind: taggingJobFinished, actorId: null, subjectId, strategyId, at, data })
  }
  return false
}

/**
 * Takes away some of what the job put there, also where its passage was split or its theme merged since. What somebody
 * said otherwise since is theirs: a position, the theme put back, or a passage that was joined with one they had tagged.
 */
async function takeAway(tx: Transaction, job: Job, most: number): Promise<boolean> {
  const at = await databaseNow(tx)
  const gone = await tx.execute<{ passage_id: string }>(sql`
    with ${oursOf(job.id)}
    update ${taggings} set removed_at = ${at.toISOString()}, removed_by = ${job.undoneBy}
    where removed_at is null and id in (
      select id from ours where removed_at is null and not ${joinedWithAnothers(job.id)} limit ${most})
    returning passage_id`)
  await enqueuePassages(
    tx,
    job.strategyId,
    gone.map(({ passage_id }) => passage_id),
  )
  return gone.length > 0 || finish(tx, job)
}

// What stood on a passage when it was joined was taken off it at that very moment.
const joinedWithAnothers = (jobId: string) => sql`exists (
  select from ${passages} whole
  join ${passages} part on part.answer_id = whole.answer_id and part.superseded_at is not null
    and part.start_cp >= whole.start_cp and part.end_cp <= whole.end_cp
  join ${taggings} other on other.passage_id = part.id and other.theme_id = ours.theme_id
    and other.removed_at = part.superseded_at and other.job_id is distinct from ${jobId}
  where whole.id = ours.passage_id and whole.origin = 'joined')`
