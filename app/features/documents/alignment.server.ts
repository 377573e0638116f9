import { and, desc, eq, lt } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { alignmentLinks, documentVersions, people, versionAlignments } from '#db/schema/index.ts'
import type { AlignmentForm } from './alignment-form.ts'
import { blocksOf, lockVersion } from './blocks.server.ts'
import { alignmentConfirmed } from './events.ts'
import { alignmentOf, lineageBetween } from './lineage.server.ts'
import { tellKinds } from './lineage.ts'
import { readOrigins } from './origins.ts'
import { writingRefusal } from './policy.ts'
import { lockDocument } from './versions.server.ts'
import { findWorkVersion, listBlocks } from './work.server.ts'

/** Most earlier versions an editor can choose between. */
const mostVersions = 500

/**
 * How a version belongs together with an earlier one, for those who work on its strategy: what was confirmed, else
 * what is proposed. Without `since` the earlier is the one before; `from` is null when there is none.
 */
export async function findAlignment(
  actor: Actor,
  documentId: string,
  versionId: string,
  since: number | null,
) {
  const found = await findWorkVersion(actor, documentId, versionId)
  if (isRefusal(found)) return found
  const { version } = found
  const earlier = await listEarlier(documentId, version.number)
  const from = since === null ? earlier[0] : earlier.find(({ number }) => number === since)
  if (since !== null && !from) return refuse('not-found')
  if (!from) return { ...found, earlier, from: null, to: [], lineage: null, confirmed: null }
  const [before, after] = await Promise.all([listBlocks(from.id), listBlocks(version.id)])
  const lineage = await lineageBetween(
    documentId,
    { ...from, blocks: before },
    { id: version.id, number: version.number, publishedAt: version.publishedAt, blocks: after },
  )
  const confirmed = await findConfirmed(from.id, version.id)
  return { ...found, earlier, from: { ...from, blocks: before }, to: after, lineage, confirmed }
}

async function listEarlier(documentId: string, number: number) {
  return database()
    .db.select({
      ...{ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title },
      publishedAt: documentVersions.publishedAt,
    })
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), lt(documentVersions.number, number)))
    .orderBy(desc(documentVersions.number))
    .limit(mostVersions)
}

async function findConfirmed(fromVersionId: string, toVersionId: string) {
  const [confirmed] = await database()
    .db.select({
      ...{ revision: versionAlignments.revision, at: versionAlignments.confirmedAt, by: people.name },
    })
    .from(versionAlignments)
    .leftJoin(people, eq(people.id, versionAlignments.confirmedBy))
    .where(alignmentOf(fromVersionId, toVersionId))
  return confirmed ?? null
}

/** The links an editor's choices give, without keeping them: to see what they come to. */
export async function lookAtAlignment(
  actor: Actor,
  documentId: string,
  versionId: string,
  form: AlignmentForm,
) {
  const found = await findAlignment(actor, documentId, versionId, form.since)
  if (isRefusal(found)) return found
  const refusal = writingRefusal(actor, found.strategy.id)
  if (refusal) return refuse(refusal)
  return readForm(form, found.from?.blocks ?? [], found.to)
}

type Addressed = { id: string; anchor: string }

/** The links a form gives, when it names every block the later version has now and every field can be followed. */
function readForm(form: AlignmentForm, before: readonly Addressed[], after: readonly Addressed[]) {
  const own = new Set(after.map(({ id }) => id))
  const sent = new Set(Object.keys(form.from))
  if (own.size !== sent.size || [...own].some((id) => !sent.has(id))) return refuse('text-changed')
  const read = readOrigins(form.from, before, after)
  return 'problems' in read ? { ...refuse('problems'), problems: read.problems } : read
}

/**
 * Confirms how two versions belong together; it takes the place of what was confirmed before. Refused when somebody
 * else confirmed meanwhile ('stale'), when the form does not name every block the version has now ('text-changed'),
 * and when a field cannot be followed ('problems').
 */
export function confirmAlignment(actor: Actor, documentId: string, versionId: string, form: AlignmentForm) {
  return tx(async (tx) => {
    const document = await lockDocument(tx, documentId)
    if (!document) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'confirm-alignment', async () => {
      const to = await lockVersion(tx, documentId, versionId)
      const from = to && (await findEarlier(tx, documentId, form.since))
      if (!to || !from || from.number >= to.number) return refuse('not-found')
      const [before, after] = [await blocksOf(tx, from.id), await blocksOf(tx, to.id)]
      const read = readForm(form, before, after)
      if (isRefusal(read)) return read
      const [held] = await tx
        .select({ id: versionAlignments.id, revision: versionAlignments.revision })
        .from(versionAlignments)
        .where(alignmentOf(from.id, to.id))
        .for('update')
      if ((held?.revision ?? 0) !== form.revision) return refuse('stale')
      const at = await databaseNow(tx)
      const revision = form.revision + 1
      const alignmentId = await saveAlignment(tx, held?.id ?? null, {
        ...{ strategyId, documentId, fromVersionId: from.id, toVersionId: to.id },
        ...{ revision, confirmedAt: at, confirmedBy: actor.personId },
      })
      const told = tellKinds(read.links, before, after)
      await tx.delete(alignmentLinks).where(eq(alignmentLinks.alignmentId, alignmentId))
      for (let first = 0; first < told.length; first += 1_000)
        await tx.insert(alignmentLinks).values(
          told.slice(first, first + 1_000).map(({ kind, from: fromId, to: toId }) => ({
            ...{ alignmentId, kind, fromId, toId },
          })),
        )
      await record(tx, {
        ...{ kind: alignmentConfirmed, actorId: actor.personId, subjectId: to.id },
        ...{ strategyId, at, data: { since: from.number, number: to.number, revision, links: told.length } },
      })
      return { revision }
    })
  })
}

async function findEarlier(tx: Transaction, documentId: string, number: number) {
  const [version] = await tx
    .select({ id: documentVersions.id, number: documentVersions.number })
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, number)))
    .for('share')
  return version
}

type Alignment = Omit<typeof versionAlignments.$inferInsert, 'id'>

async function saveAlignment(tx: Transaction, id: string | null, values: Alignment): Promise<string> {
  if (id) {
    await tx.update(versionAlignments).set(values).where(eq(versionAlignments.id, id))
    return id
  }
  const [made] = await tx.insert(versionAlignments).values(values).returning({ id: versionAlignments.id })
  if (!made) throw new Error('The alignment was not written')
  return made.id
}
