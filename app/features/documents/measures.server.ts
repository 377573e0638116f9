import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { lineOver, orNone, textOver } from '#app/features/strategies/written.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { refuse } from '#app/platform/refusal.ts'
import { documents, measureStatuses, measures } from '#db/schema/index.ts'
import { measureAdded, measureEdited, measureReported, measureRetired } from './events.ts'
import { fingerprint } from './fingerprint.server.ts'
import type { AddForm, EditForm, ReportForm } from './measure-form.ts'
import { measureRefusal, normalisedMeasureCode, reportingYears, statusRefusal } from './measures.ts'
import { writingRefusal } from './policy.ts'

/** Most measures one document can have. */
const mostMeasures = 300

/** The measures of a document in the order they came, each with its statuses by year. */
export async function listMeasures(documentId: string) {
  const { db } = database()
  const rows = await db
    .select({
      ...{ id: measures.id, kind: measures.kind, code: measures.code, title: measures.title },
      ...{ goal: measures.goal, owner: measures.owner, indicator: measures.indicator },
      retiredAt: measures.retiredAt,
    })
    .from(measures)
    .where(eq(measures.documentId, documentId))
    .orderBy(asc(measures.position), asc(measures.id))
    .limit(mostMeasures)
  const statuses = rows.length === 0 ? [] : await listStatuses(rows.map(({ id }) => id))
  return rows.map((row) => ({
    ...row,
    statuses: statuses.flatMap(({ measureId, ...status }) => (measureId === row.id ? [status] : [])),
  }))
}

const listStatuses = (ids: string[]) =>
  database()
    .db.select({
      ...{ measureId: measureStatuses.measureId, year: measureStatuses.year },
      ...{ status: measureStatuses.status, note: measureStatuses.note, at: measureStatuses.at },
    })
    .from(measureStatuses)
    .where(inArray(measureStatuses.measureId, ids))
    .orderBy(asc(measureStatuses.year))
    .limit(10_000)

type Words = Pick<typeof measures.$inferSelect, 'title' | 'goal' | 'owner' | 'indicator'>

/** The mark of what a measure says: the form carries it, so that a save notices another's save. */
export function markOfMeasure({ title, goal, owner, indicator }: Words) {
  const words = [title, goal, owner, indicator].map((text) =>
    (['nb', 'nn', 'en', 'sv'] as const).map((lang) => text?.[lang] ?? ''),
  )
  return fingerprint(JSON.stringify(words))
}

/** Adds a measure, a mission or something set aside, under a code that it keeps. */
export function addMeasure(actor: Actor, documentId: string, form: AddForm) {
  return held(actor, documentId, (tx, { strategyId, all }) =>
    once(tx, actor.personId, form.key, 'add-measure', async () => {
      const code = normalisedMeasureCode(form.code)
      const words = wordsOf(null, form)
      const taken = all.map((one) => one.code)
      const reason =
        all.length >= mostMeasures ? 'too-many' : measureRefusal({ code, title: words.title }, taken)
      if (reason) return refuse(reason)
      const place = { strategyId, documentId, position: all.length + 1, createdBy: actor.personId }
      const [made] = await tx
        .insert(measures)
        .values({ ...place, ...words, code, kind: form.kind })
        .returning({ id: measures.id })
      if (!made) throw new Error('The measure was not written')
      await told(tx, measureAdded, actor, made.id, strategyId)
      return { measureId: made.id }
    }),
  )
}

/** Changes what a measure says. Its code and kind stay; a retired one is not changed. */
export function editMeasure(actor: Actor, documentId: string, form: EditForm) {
  return held(actor, documentId, (tx, { strategyId, all }) =>
    once(tx, actor.personId, form.key, 'edit-measure', async () => {
      const own = all.find(({ id, retiredAt }) => id === form.measure && !retiredAt)
      if (!own) return refuse('not-found')
      if (markOfMeasure(own) !== form.seen) return refuse('stale')
      const words = wordsOf(own, form)
      if (!words.title.nb && !words.title.nn) return refuse('title-missing')
      await tx.update(measures).set(words).where(eq(measures.id, own.id))
      await told(tx, measureEdited, actor, own.id, strategyId)
      return { measureId: own.id }
    }),
  )
}

/** Takes a measure out of use. It stays to be read, and its code is not used again. Done twice is done once. */
export function retireMeasure(actor: Actor, documentId: string, measureId: string) {
  return held(actor, documentId, async (tx, { strategyId, all }) => {
    const own = all.find(({ id }) => id === measureId)
    if (!own) return refuse('not-found')
    if (own.retiredAt) return { measureId }
    const at = await databaseNow(tx)
    await tx
      .update(measures)
      .set({ retiredAt: at, retiredBy: actor.personId })
      .where(eq(measures.id, measureId))
    await told(tx, measureRetired, actor, measureId, strategyId)
    return { measureId }
  })
}

/**
 * Notes how far a measure had come in a year, or mends what was noted. `seen` is when the status in the form was
 * noted, empty for none: what somebody else has noted since is not overwritten unseen ('stale').
 */
export function reportMeasure(actor: Actor, documentId: string, form: ReportForm) {
  return held(actor, documentId, (tx, { strategyId, all }) =>
    once(tx, actor.personId, form.key, 'report-measure', async () => {
      const own = all.find(({ id }) => id === form.measure)
      if (!own) return refuse('not-found')
      const at = await databaseNow(tx)
      const reason = statusRefusal(own, form.year, Number(osloDate(at).slice(0, 4)))
      if (reason) return refuse(reason)
      const [noted] = await tx
        .select({ at: measureStatuses.at, note: measureStatuses.note })
        .from(measureStatuses)
        .where(and(eq(measureStatuses.measureId, own.id), eq(measureStatuses.year, form.year)))
      if ((noted?.at.toISOString() ?? '') !== form.seen) return refuse('stale')
      const said = {
        status: form.status,
        note: orNone(textOver(noted?.note ?? null, form.noteNb, form.noteNn, form.noteEn, form.noteSv)),
        at,
        by: actor.personId,
      }
      await tx
        .insert(measureStatuses)
        .values({ measureId: own.id, year: form.year, ...said })
        .onConflictDoUpdate({ target: [measureStatuses.measureId, measureStatuses.year], set: said })
      await told(tx, measureReported, actor, own.id, strategyId, { year: form.year, status: form.status })
      return { measureId: own.id, year: form.year }
    }),
  )
}

type Held = { strategyId: string; all: (typeof measures.$inferSelect)[] }

// The document is held, so that codes stay apart and two who report the same year come one after the other.
function held<T extends object>(
  actor: Actor,
  documentId: string,
  work: (tx: Transaction, held: Held) => Promise<T>,
) {
  return tx(async (tx) => {
    const [document] = await tx
      .select({ strategyId: documents.strategyId })
      .from(documents)
      .where(eq(documents.id, documentId))
      .for('no key update')
    if (!document) return refuse('not-found')
    const refusal = writingRefusal(actor, document.strategyId)
    if (refusal) return refuse(refusal)
    const all = await tx
      .select()
      .from(measures)
      .where(eq(measures.documentId, documentId))
      .limit(mostMeasures)
    return work(tx, { strategyId: document.strategyId, all })
  })
}

function wordsOf(stored: Words | null, form: AddForm | EditForm): Words {
  return {
    title: lineOver(stored?.title ?? null, form.titleNb, form.titleNn, form.titleEn, form.titleSv),
    goal: orNone(textOver(stored?.goal ?? null, form.goalNb, form.goalNn, form.goalEn, form.goalSv)),
    owner: orNone(lineOver(stored?.owner ?? null, form.ownerNb, form.ownerNn, form.ownerEn, form.ownerSv)),
    indicator: orNone(
      textOver(
        stored?.indicator ?? null,
        form.indicatorNb,
        form.indicatorNn,
        form.indicatorEn,
        form.indicatorSv,
      ),
    ),
  }
}

async function told(
  tx: Transaction,
  kind: EventKind,
  actor: Actor,
  subjectId: string,
  strategyId: string,
  data: Record<string, unknown> = {},
) {
  await record(tx, { kind, actorId: actor.personId, subjectId, strategyId, at: await databaseNow(tx), data })
}

/** The years a document's measures are shown for, as of now in Norway. */
export function reportingYearsOf(
  page: {
    document: { periodFrom: number | null; periodTo: number | null }
    version: { adoptedOn: string | null }
    measures: readonly { statuses: readonly { year: number }[] }[]
  },
  now: Date,
) {
  const reported = page.measures.flatMap(({ statuses }) => statuses.map(({ year }) => year))
  const { adoptedOn } = page.version
  return reportingYears({ ...page.document, adoptedOn }, reported, Number(osloDate(now).slice(0, 4)))
}

/** The years staff can report a measure for: those of the document's period until now, and those reported already. */
export function yearsToReport(
  document: { periodFrom: number | null; periodTo: number | null },
  statuses: readonly { year: number }[],
  now: Date,
) {
  const thisYear = Number(osloDate(now).slice(0, 4))
  const reported = statuses.map(({ year }) => year)
  return reportingYears({ ...document, adoptedOn: null }, [...reported, thisYear], thisYear)
}
