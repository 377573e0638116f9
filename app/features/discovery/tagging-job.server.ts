import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Position } from '#app/features/analysis/position.ts'
import { lineOfMerged } from '#app/features/analysis/theme-line.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { passages, people, taggingJobPassages, taggingJobs, taggings, themes } from '#db/schema/index.ts'
import { taggingJobAsked, taggingJobUndone } from './events.ts'
import type { Filters } from './filters.ts'
import { mayUndoJob, taggingJobRefusal, undoRefusal } from './policy.ts'
import { listThemesNow } from './saved-searches.server.ts'
import { asksForAll, filtersOfStored, storedSearch, successorOf } from './search-form.ts'
import { describedSearches } from './staff-names.server.ts'
import { oursOf } from './tagging-own.server.ts'
import { listHits, mostTagged, standingAmong } from './tagging-preview.server.ts'

type Asked = { key: string; filters: Filters; theme: string; position: Position | null; expected: number }

// Twenty thousand rows are chosen and written down.
const patience = { attemptMs: 20_000, limitMs: 30_000 }

/**
 * Asks for all hits of a search to be tagged with a theme, once per key. Which passages is settled here; the worker tags
 * them. Refuses a theme out of use, a search for everything or with nothing or too much in it, and one that finds
 * another number than the page told of (`hits-changed`).
 */
export function askTagging(actor: Actor, { key, filters, theme: themeId, position, expected }: Asked) {
  return tx(async (tx) => {
    // Held, so that a theme is not retired while somebody uses it.
    const [theme] = await tx.select().from(themes).where(eq(themes.id, themeId)).for('share')
    if (!theme || taggingJobRefusal(actor, theme.strategyId)) return refuse('not-found')
    const { strategyId } = theme
    // Somebody who chooses another theme on the same page asks for something else.
    return once(tx, actor.personId, keyWith(key, [filters, themeId, position]), 'tag-hits', async () => {
      if (theme.retiredAt) return refuse(theme.mergedInto ? 'theme-merged' : 'theme-retired')
      const search = storedSearch(filters)
      if ('refusal' in search) return refuse(search.refusal)
      if (asksForAll(search)) return refuse('would-tag-everything')
      const found = await listHits(tx, search, strategyId)
      if (found.length > mostTagged) return refuse('too-many-hits')
      const at = await databaseNow(tx)
      const asked = { askedAt: at, askedBy: actor.personId, total: 0 }
      const [job] = await tx
        .insert(taggingJobs)
        .values({ strategyId, themeId, position, search, ...asked })
        .returning({ id: taggingJobs.id })
      if (!job) throw new Error('nothing was asked for')
      const { count: total } = await tx.execute(sql`
        insert into ${taggingJobPassages} (job_id, passage_id)
        select ${job.id}::uuid, ${passages.id} from ${standingAmong(found)}`)
      if (total === 0 || total !== expected) {
        await tx.delete(taggingJobPassages).where(eq(taggingJobPassages.jobId, job.id))
        await tx.delete(taggingJobs).where(eq(taggingJobs.id, job.id))
        return refuse(total === 0 ? 'no-hits' : 'hits-changed')
      }
      await tx.update(taggingJobs).set({ total }).where(eq(taggingJobs.id, job.id))
      await record(tx, {
        ...{ kind: taggingJobAsked, actorId: actor.personId, subjectId: job.id, strategyId, at },
        data: { themeId, position, passages: total },
      })
      return { jobId: job.id }
    })
  }, patience)
}

/**
 * Asks for what a job tagged to be taken away again; one that is not done stops where it is. What was tagged otherwise
 * is left alone. Done twice it is done once.
 */
export function undoTagging(actor: Actor, jobId: string) {
  return tx(async (tx) => {
    const [job] = await tx.select().from(taggingJobs).where(eq(taggingJobs.id, jobId)).for('update')
    if (!job) return refuse('not-found')
    const refusal = undoRefusal(actor, job)
    if (refusal) return refuse(refusal)
    if (job.undoneAt) return { jobId }
    const at = await databaseNow(tx)
    await tx
      .update(taggingJobs)
      // There is work to be done again.
      .set({ undoneAt: at, undoneBy: actor.personId, finishedAt: null })
      .where(eq(taggingJobs.id, jobId))
    const { strategyId } = job
    await record(tx, {
      ...{ kind: taggingJobUndone, actorId: actor.personId, subjectId: jobId, strategyId, at },
    })
    return { jobId }
  })
}

const asker = alias(people, 'asker')
const undoer = alias(people, 'undoer')
const whole = (expression: ReturnType<typeof sql>) => expression.mapWith(Number)

const columns = {
  ...{ id: taggingJobs.id, strategyId: taggingJobs.strategyId, search: taggingJobs.search },
  ...{ position: taggingJobs.position, total: taggingJobs.total, problem: taggingJobs.problem },
  ...{ askedAt: taggingJobs.askedAt, askedBy: taggingJobs.askedBy, asker: asker.name },
  ...{ finishedAt: taggingJobs.finishedAt, undoneAt: taggingJobs.undoneAt, undoer: undoer.name },
  theme: {
    ...{ id: themes.id, code: themes.code, title: themes.title, colour: themes.colour },
    ...{ mergedInto: themes.mergedInto, retiredAt: themes.retiredAt },
  },
  done: whole(sql`(select count(*) from ${taggingJobPassages}
    where ${taggingJobPassages.jobId} = ${taggingJobs.id} and ${taggingJobPassages.doneAt} is not null)`),
}

const jobs = () =>
  database()
    .db.select(columns)
    .from(taggingJobs)
    .innerJoin(themes, eq(themes.id, taggingJobs.themeId))
    .innerJoin(asker, eq(asker.id, taggingJobs.askedBy))
    .leftJoin(undoer, eq(undoer.id, taggingJobs.undoneBy))
    .$dynamic()

/** The newest jobs of the strategies somebody works on. */
export async function listTaggingJobs(actor: Actor, most = 20) {
  const mine = strategiesOf(actor)
  const rows = await jobs()
    .where(inArray(taggingJobs.strategyId, mine))
    .orderBy(desc(taggingJobs.askedAt), asc(taggingJobs.id))
    .limit(most)
  return described(actor, rows)
}

/** A job as somebody who works on its strategy sees it: how far it has come, what it did, and whether they may undo it. */
export async function findTaggingJob(actor: Actor, jobId: string) {
  const rows = await jobs().where(eq(taggingJobs.id, jobId)).limit(1)
  const [job] = await described(actor, rows)
  if (!job || taggingJobRefusal(actor, job.strategyId)) return refuse('not-found')
  return { ...job, ...(await outcomeOf(jobId)), mayUndo: job.undoneAt === null && mayUndoJob(actor, job) }
}

/** A job as its own page shows it. */
export type FoundJob = Exclude<Awaited<ReturnType<typeof findTaggingJob>>, { refusal: string }>

/** A job in a list. */
export type TaggingJob = Awaited<ReturnType<typeof listTaggingJobs>>[number]

async function described(actor: Actor, rows: Awaited<ReturnType<typeof jobs>>) {
  const read = rows.map(({ search }) => filtersOfStored(search))
  const readable = read.flatMap((filters) => ('refusal' in filters ? [] : [filters]))
  const mine = strategiesOf(actor)
  const merged = rows.some(({ theme }) => theme.mergedInto !== null)
  const [described, standing] = await Promise.all([
    describedSearches(readable, mine, actor.locale),
    merged ? listThemesNow(mine) : [],
  ])
  const words = described.values()
  return rows.map(({ search: _, ...row }, at) => {
    const filters = read[at]
    const { mergedInto } = row.theme
    // What its theme is part of by now.
    const now = mergedInto ? successorOf(mergedInto, standing) : null
    return filters && !('refusal' in filters)
      ? { ...row, now, filters, search: words.next().value ?? null }
      : { ...row, now, filters: null, search: null }
  })
}

// A passage that was split or joined since keeps what the job put there, on what came of it.
async function outcomeOf(jobId: string) {
  const [row] = await database()
    .db.select({
      tagged: whole(sql`count(*) filter (where ${ofJob})`),
      had: whole(sql`count(*) filter (where not ${ofJob} and ${hadTheme})`),
    })
    .from(taggingJobPassages)
    .innerJoin(taggingJobs, eq(taggingJobs.id, taggingJobPassages.jobId))
    .where(and(eq(taggingJobPassages.jobId, jobId), sql`${taggingJobPassages.doneAt} is not null`))
  const [left] = await database().db.execute<{ standing: number }>(sql`
    with ${oursOf(jobId)} select count(*)::int as standing from ours where removed_at is null`)
  return { tagged: row?.tagged ?? 0, had: row?.had ?? 0, standing: left?.standing ?? 0 }
}

const ofJob = sql`exists (select from ${taggings} where ${taggings.jobId} = ${taggingJobPassages.jobId}
  and ${taggings.passageId} = ${taggingJobPassages.passageId})`

// When the job came to the passage. What else it did not tag was split, joined or of a version that was replaced.
const hadTheme = sql`exists (select from ${taggings}
  where ${taggings.passageId} = ${taggingJobPassages.passageId} and ${taggings.themeId} in (${lineOfMerged(sql`${taggingJobs.themeId}`)})
    and ${taggings.taggedAt} <= ${taggingJobPassages.doneAt}
    and (${taggings.removedAt} is null or ${taggings.removedAt} > ${taggingJobPassages.doneAt}))`
