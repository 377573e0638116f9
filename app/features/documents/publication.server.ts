import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { lineOver, orNone, textOver } from '#app/features/strategies/written.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { documentImports, documentVersions, paragraphs, rounds, versionAlignments } from '#db/schema/index.ts'
import { blocksOf, goingRefusal, letGo, lockVersion } from './blocks.server.ts'
import { versionDescribed, versionDiscarded, versionPublished } from './events.ts'
import { fingerprint } from './fingerprint.server.ts'
import type { VersionDescription } from './forms.ts'
import { writingRefusal } from './policy.ts'
import { descriptionMark, textMark } from './version.ts'
import { lockDocument } from './versions.server.ts'

/** What stood in the form about a version when it was drawn. */
export const descriptionSeen = (version: Parameters<typeof descriptionMark>[0]) =>
  fingerprint(descriptionMark(version))

/** The text somebody saw when they were asked to confirm something about all of it. */
export const textSeen = (blocks: Parameters<typeof textMark>[0]) => fingerprint(textMark(blocks))

/** What a version is called, what is new in it, and the round it is put out in. Only while it is written. */
export function describeVersion(
  actor: Actor,
  documentId: string,
  versionId: string,
  form: VersionDescription,
) {
  return change(
    actor,
    documentId,
    versionId,
    { key: form.key, operation: 'describe-version' },
    async (tx, held) => {
      const title = lineOver(held.title, form.titleNb, form.titleNn, form.titleEn, form.titleSv)
      if (!title.nb && !title.nn) return refuse('title-missing')
      if (descriptionSeen(held) !== form.seen) return refuse('described-meanwhile')
      const roundId = await roundOf(tx, held.strategyId, form.round)
      if (roundId === undefined) return refuse('round-unknown')
      const at = await databaseNow(tx)
      const note = orNone(textOver(held.note, form.noteNb, form.noteNn, form.noteEn, form.noteSv))
      await tx
        .update(documentVersions)
        .set({ title, note, roundId })
        .where(eq(documentVersions.id, versionId))
      await record(tx, {
        ...{ kind: versionDescribed, actorId: actor.personId, subjectId: versionId },
        ...{ strategyId: held.strategyId, at },
      })
      return { versionId }
    },
  )
}

/**
 * Puts a version out: from now on its text stays as it is, and anyone may read it. An empty one is refused, and so is
 * one that was changed after the person saw what they confirmed.
 */
export function publishDocumentVersion(
  actor: Actor,
  documentId: string,
  versionId: string,
  { key, seen }: { key: string; seen: string },
) {
  return change(
    actor,
    documentId,
    versionId,
    { key, operation: 'publish-document-version' },
    async (tx, held) => {
      const blocks = await blocksOf(tx, versionId)
      if (blocks.length === 0) return refuse('empty')
      if (textSeen(blocks) !== seen) return refuse('written-meanwhile')
      const at = await databaseNow(tx)
      await tx
        .update(documentVersions)
        .set({ publishedAt: at, publishedBy: actor.personId })
        .where(eq(documentVersions.id, versionId))
      await record(tx, {
        ...{ kind: versionPublished, actorId: actor.personId, subjectId: versionId },
        ...{ strategyId: held.strategyId, at, data: { number: held.number, blocks: blocks.length } },
      })
      return { versionId }
    },
  )
}

/** Throws away a version that has not been put out, with its text. Imports taken into it may be taken in again. */
export function discardVersion(
  actor: Actor,
  documentId: string,
  versionId: string,
  { key, seen }: { key: string; seen: string },
) {
  return tx(async (tx) => {
    // The document is held, so that the same form sent twice finds its own outcome though the version is gone.
    const document = await lockDocument(tx, documentId)
    if (!document) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'discard-version', async () => {
      const held = await lockVersion(tx, documentId, versionId)
      if (!held) return refuse('not-found')
      if (held.publishedAt) return refuse('published')
      const blocks = await blocksOf(tx, versionId)
      if (textSeen(blocks) !== seen) return refuse('written-meanwhile')
      const going = { blocks: blocks.map(({ id }) => id), version: versionId }
      const linked = await goingRefusal(tx, going)
      if (linked) return linked
      const at = await databaseNow(tx)
      await letGo(tx, going)
      await tx.delete(versionAlignments).where(eq(versionAlignments.toVersionId, versionId))
      await tx
        .update(documentImports)
        .set({ versionId: null })
        .where(eq(documentImports.versionId, versionId))
      await tx.delete(paragraphs).where(eq(paragraphs.versionId, versionId))
      await tx.delete(documentVersions).where(eq(documentVersions.id, versionId))
      await record(tx, {
        ...{ kind: versionDiscarded, actorId: actor.personId, subjectId: versionId },
        ...{ strategyId, at, data: { number: held.number, blocks: blocks.length } },
      })
      return { versionId }
    })
  })
}

type Held = NonNullable<Awaited<ReturnType<typeof lockVersion>>>

// What both have in common: the version is held, its writers may, and it is not out yet.
function change<T extends object>(
  actor: Actor,
  documentId: string,
  versionId: string,
  { key, operation }: { key: string; operation: string },
  work: (tx: Transaction, held: Held) => Promise<T>,
) {
  return tx(async (tx) => {
    const held = await lockVersion(tx, documentId, versionId)
    if (!held) return refuse('not-found')
    const refusal = writingRefusal(actor, held.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, operation, async () =>
      held.publishedAt ? refuse('published') : work(tx, held),
    )
  })
}

// Null is no round; undefined is one that is not the strategy's.
async function roundOf(tx: Transaction, strategyId: string, roundId: string | undefined) {
  if (!roundId) return null
  const [round] = await tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.strategyId, strategyId)))
  return round?.id
}
