import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { lineOver } from '#app/features/strategies/written.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { locales } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { documents, expectedDocuments } from '#db/schema/index.ts'
import { subPlanDropped, subPlanRenamed, subPlansExpected, subPlansTied } from './events.ts'
import { expectedTitles, mostExpected, tieRefusal } from './expected-documents.ts'
import { holdDocument } from './facts.server.ts'
import type { ExpectForm, RenameForm, TieForm } from './facts-form.ts'
import { fingerprint } from './fingerprint.server.ts'
import { writingRefusal } from './policy.ts'

/** The mark of what a sub-plan is called: the form carries it, so that a save notices another's save. */
const markOfTitle = (title: LocalisedText) =>
  fingerprint(JSON.stringify(locales.map((language) => title[language] ?? '')))

/** The sub-plans a document expects, in their order, each with the document that it is, if any. */
export async function listExpected(documentId: string) {
  const rows = await database()
    .db.select({
      ...{ id: expectedDocuments.id, title: expectedDocuments.title, presentId: expectedDocuments.presentId },
    })
    .from(expectedDocuments)
    .where(eq(expectedDocuments.documentId, documentId))
    .orderBy(asc(expectedDocuments.position), asc(expectedDocuments.id))
    .limit(mostExpected)
  return rows.map((row) => ({ ...row, seen: markOfTitle(row.title) }))
}

/** Adds sub-plans that are to be made, last in the list. */
export function expectSubPlans(actor: Actor, documentId: string, form: ExpectForm) {
  return changed(actor, documentId, subPlansExpected, (tx, document) =>
    once(tx, actor.personId, form.key, 'expect-sub-plans', async () => {
      const standing = await held(tx, documentId)
      const { expectedNb: nb, expectedNn: nn, expectedEn: en = '', expectedSv: sv = '' } = form
      const titles = expectedTitles({ nb, nn, en, sv }, standing.length)
      if (isRefusal(titles)) return titles
      const last = Math.max(0, ...standing.map(({ position }) => position))
      const { strategyId } = document
      await tx.insert(expectedDocuments).values(
        titles.map((title, at) => ({
          ...{ strategyId, documentId, title, position: last + at + 1, createdBy: actor.personId },
        })),
      )
      return { added: titles.length }
    }),
  )
}

/** Writes what an expected sub-plan is called. Refuses with 'facts-stale' when another has written it meanwhile. */
export function renameExpected(actor: Actor, documentId: string, form: RenameForm) {
  return changed(actor, documentId, subPlanRenamed, (tx) =>
    once(tx, actor.personId, `${form.key}/${form.expected}`, 'rename-sub-plan', async () => {
      const own = and(eq(expectedDocuments.id, form.expected), eq(expectedDocuments.documentId, documentId))
      const [stored] = await tx.select({ title: expectedDocuments.title }).from(expectedDocuments).where(own)
      if (!stored) return refuse('not-found')
      if (markOfTitle(stored.title) !== form.seen) return refuse('facts-stale')
      const title = lineOver(stored.title, form.nameNb, form.nameNn, form.nameEn, form.nameSv)
      if (!title.nb && !title.nn) return refuse('title-missing')
      await tx.update(expectedDocuments).set({ title }).where(own)
      return { renamed: form.expected }
    }),
  )
}

/** Says which documents the expected sub-plans are. Those the form does not name stay as they are. */
export function tieSubPlans(actor: Actor, documentId: string, form: TieForm) {
  return changed(actor, documentId, subPlansTied, (tx, document) =>
    once(tx, actor.personId, form.key, 'tie-sub-plans', async () => {
      const wanted = new Map(form.tie.map((tie) => [tie.slice(0, 36), tie.slice(37) || null]))
      const standing = await held(tx, documentId)
      const tied = standing.map(({ id, presentId }) => ({
        id,
        presentId: wanted.get(id) ?? null,
        was: presentId,
      }))
      for (const one of tied) if (!wanted.has(one.id)) one.presentId = one.was
      const own = await tx
        .select({ id: documents.id })
        .from(documents)
        .where(eq(documents.strategyId, document.strategyId))
      const reason = tieRefusal(documentId, tied, new Set(own.map(({ id }) => id)))
      if (reason) return refuse(reason)
      for (const { id, presentId, was } of tied)
        if (presentId !== was)
          await tx.update(expectedDocuments).set({ presentId }).where(eq(expectedDocuments.id, id))
      return { tied: tied.filter(({ presentId }) => presentId).length }
    }),
  )
}

/** Takes a sub-plan off the list. The document it was, if any, stays. Done twice is done once. */
export function dropExpected(actor: Actor, documentId: string, expectedId: string) {
  return changed(actor, documentId, subPlanDropped, async (tx) => {
    await tx
      .delete(expectedDocuments)
      .where(and(eq(expectedDocuments.id, expectedId), eq(expectedDocuments.documentId, documentId)))
    return { dropped: expectedId }
  })
}

// The shape all of these share: hold, ask whether they may, change, record.
function changed<T extends object>(
  actor: Actor,
  documentId: string,
  kind: EventKind,
  work: (tx: Transaction, document: typeof documents.$inferSelect) => Promise<T>,
) {
  return tx(async (tx) => {
    const document = await holdDocument(tx, documentId)
    if (!document) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const outcome = await work(tx, document)
    if (!isRefusal(outcome))
      await record(tx, {
        ...{ kind, actorId: actor.personId, subjectId: documentId, strategyId },
        at: await databaseNow(tx),
      })
    return outcome
  })
}

const held = (tx: Transaction, documentId: string) =>
  tx
    .select({
      ...{ id: expectedDocuments.id, position: expectedDocuments.position },
      presentId: expectedDocuments.presentId,
    })
    .from(expectedDocuments)
    .where(eq(expectedDocuments.documentId, documentId))
    .limit(mostExpected)
