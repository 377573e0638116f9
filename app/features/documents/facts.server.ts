import { and, asc, count, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { lineOver, orNone } from '#app/features/strategies/written.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { documents, documentVersions, paragraphs, strategies } from '#db/schema/index.ts'
import { factsWritten } from './events.ts'
import { type Facts, factsMark, factsRefusal } from './facts.ts'
import type { FactsForm } from './facts-form.ts'
import { fingerprint } from './fingerprint.server.ts'
import { writingRefusal } from './policy.ts'
import { isPublished } from './queries.server.ts'

/** Most documents of one strategy that a list of choices shows. */
const mostDocuments = 500

/** The mark of a document's facts: the form carries it, so that a save notices another's save. */
export const markOfFacts = (facts: Facts) => fingerprint(factsMark(facts))

/**
 * Writes what a document is. Refuses with 'stale' when somebody else has saved since the form was drawn. Who belongs
 * to and replaces whom is judged with all documents of the strategy held, so that two saves make no circle.
 */
export function writeFacts(actor: Actor, documentId: string, form: FactsForm) {
  return tx(async (tx) => {
    const document = await holdDocument(tx, documentId)
    if (!document) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'write-facts', async () => {
      if (markOfFacts(document) !== form.seen) return refuse('stale')
      const facts = factsOf(document, form)
      const adopted = and(eq(documentVersions.documentId, documentId), isNotNull(documentVersions.adoptedAt))
      const own = {
        id: documentId,
        title: document.title,
        adopted: (await tx.$count(documentVersions, adopted)) > 0,
      }
      const kin = await tx
        .select({ id: documents.id, parentId: documents.parentId, supersedesId: documents.supersedesId })
        .from(documents)
        .where(eq(documents.strategyId, strategyId))
      const reason = factsRefusal(own, facts, kin)
      if (reason) return refuse(reason)
      await tx.update(documents).set(facts).where(eq(documents.id, documentId))
      await record(tx, {
        ...{ kind: factsWritten, actorId: actor.personId, subjectId: documentId },
        ...{ strategyId, at: await databaseNow(tx) },
      })
      return { documentId }
    })
  })
}

/** The document, held with its strategy: who belongs to whom, and what is expected of whom, changes one at a time. */
export async function holdDocument(tx: Transaction, documentId: string) {
  const [found] = await tx
    .select({ strategyId: documents.strategyId })
    .from(documents)
    .where(eq(documents.id, documentId))
  if (!found) return undefined
  await tx
    .select({ id: strategies.id })
    .from(strategies)
    .where(eq(strategies.id, found.strategyId))
    .for('no key update')
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId)).for('update')
  return document
}

type Named = Pick<Facts, 'title' | 'subtitle' | 'owner'>

function factsOf(stored: Named, form: FactsForm): Facts {
  return {
    kind: form.kind,
    title: lineOver(stored.title, form.titleNb, form.titleNn, form.titleEn, form.titleSv),
    subtitle: orNone(
      lineOver(stored.subtitle, form.subtitleNb, form.subtitleNn, form.subtitleEn, form.subtitleSv),
    ),
    owner: orNone(lineOver(stored.owner, form.ownerNb, form.ownerNn, form.ownerEn, form.ownerSv)),
    contact: cleanLine(form.contact) || null,
    periodFrom: form.periodFrom ?? null,
    periodTo: form.periodTo ?? null,
    parentId: form.parent ?? null,
    supersedesId: form.supersedes ?? null,
  }
}

/** The other documents of a strategy, to choose from. */
export function listOtherDocuments(strategyId: string, documentId: string) {
  return database()
    .db.select({
      ...{ id: documents.id, title: documents.title, kind: documents.kind },
      published: isPublished,
    })
    .from(documents)
    .where(and(eq(documents.strategyId, strategyId), ne(documents.id, documentId)))
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(mostDocuments)
}

/** Every version of a document, newest first, with how much is written and what has been done with it. */
export function listWorkVersions(documentId: string) {
  return database()
    .db.select({
      ...{ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title },
      ...{ publishedAt: documentVersions.publishedAt, adoptedAt: documentVersions.adoptedAt },
      ...{ adoptedOn: documentVersions.adoptedOn, contentHash: documentVersions.contentHash },
      paragraphs: count(paragraphs.id),
    })
    .from(documentVersions)
    .leftJoin(paragraphs, eq(paragraphs.versionId, documentVersions.id))
    .where(eq(documentVersions.documentId, documentId))
    .groupBy(documentVersions.id)
    .orderBy(desc(documentVersions.number))
    .limit(100)
}
