import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { freeSlug, slugOf } from '#app/features/organisations/organisation.ts'
import { lineOver } from '#app/features/strategies/written.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { documents, documentVersions, strategies } from '#db/schema/index.ts'
import { blocksOf, saveBlocks } from './blocks.server.ts'
import { documentCreated, versionStarted } from './events.ts'
import type { NewDocument } from './forms.ts'
import { writingRefusal } from './policy.ts'
import { versionTitle } from './version.ts'

/** A new document of a strategy, without any text. Its address is typed, or made from its title; both must be free. */
export function createDocument(actor: Actor, strategyId: string, form: NewDocument) {
  return tx(async (tx) => {
    // The strategy is held, so that an address is free until it is taken.
    const [strategy] = await tx
      .select({ id: strategies.id })
      .from(strategies)
      .where(eq(strategies.id, strategyId))
      .for('update')
    if (!strategy) return refuse('not-found')
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'create-document', async () => {
      const title = lineOver(null, form.titleNb, form.titleNn, form.titleEn, form.titleSv)
      const name = title.nb ?? title.nn
      if (!name) return refuse('title-missing')
      const rows = await tx
        .select({ slug: documents.slug })
        .from(documents)
        .where(eq(documents.strategyId, strategyId))
      const taken = rows.map(({ slug }) => slug)
      const wanted = cleanLine(form.slug)
      if (wanted && wanted !== slugOf(wanted)) return refuse('slug-unclear')
      if (wanted && taken.includes(wanted)) return refuse('slug-taken')
      const slug = wanted || freeSlug(name, taken)
      const at = await databaseNow(tx)
      const [made] = await tx
        .insert(documents)
        .values({ strategyId, slug, kind: form.kind, title, createdAt: at, createdBy: actor.personId })
        .returning({ id: documents.id })
      if (!made) throw new Error('The document was not written')
      await record(tx, {
        ...{ kind: documentCreated, actorId: actor.personId, subjectId: made.id },
        ...{ strategyId, at, data: { slug } },
      })
      return { documentId: made.id }
    })
  })
}

/**
 * A version to write in. At most one is unpublished, so where there is one already, that is the answer. From 'latest'
 * it begins as a copy of the newest text: which block each is a copy of only proposes how the two belong together.
 */
export function startVersion(
  actor: Actor,
  documentId: string,
  { from, key }: { from: 'latest' | 'empty'; key: string },
) {
  return tx(async (tx) => {
    const document = await lockDocument(tx, documentId)
    if (!document) return refuse('not-found')
    const refusal = writingRefusal(actor, document.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'start-version', async () => {
      const writing = await unpublishedVersion(tx, documentId)
      if (writing) return { versionId: writing.id, existed: true }
      const at = await databaseNow(tx)
      const made = await addVersion(tx, document, { by: actor.personId, at })
      const [latest] = await tx
        .select({ id: documentVersions.id })
        .from(documentVersions)
        .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, made.number - 1)))
      if (from === 'latest' && latest) {
        const copied = await blocksOf(tx, latest.id)
        const copies = copied.map(({ id, kind, unnumbered, text }) => ({
          ...{ kind, text, copiedFromId: id },
          ...(unnumbered && { unnumbered }),
        }))
        await saveBlocks(tx, { version: made, by: actor.personId, at }, [], copies)
      }
      return { versionId: made.id, existed: false }
    })
  })
}

/** A document, held until the transaction ends: only so is there one unpublished version of it. */
export async function lockDocument(tx: Transaction, documentId: string) {
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId)).for('update')
  return document
}

/** The version of a document that is being written, if there is one, held. */
export async function unpublishedVersion(tx: Transaction, documentId: string) {
  const [version] = await tx
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), isNull(documentVersions.publishedAt)))
    .for('update')
  return version
}

type Document = { id: string; strategyId: string; kind: string }

/** The next version of a document that is held, without text. */
export async function addVersion(
  tx: Transaction,
  { id: documentId, strategyId, kind }: Document,
  { by, at }: { by: string; at: Date },
) {
  const [latest] = await tx
    .select({ number: documentVersions.number })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(1)
  const number = (latest?.number ?? 0) + 1
  const [made] = await tx
    .insert(documentVersions)
    .values({
      strategyId,
      documentId,
      number,
      title: versionTitle(kind, number),
      createdAt: at,
      createdBy: by,
    })
    .returning()
  if (!made) throw new Error('The version was not written')
  await record(tx, {
    ...{ kind: versionStarted, actorId: by, subjectId: made.id },
    ...{ strategyId, at, data: { number } },
  })
  return made
}
