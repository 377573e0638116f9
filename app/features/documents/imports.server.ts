import { and, desc, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { documentImports, documents, documentVersions, people } from '#db/schema/index.ts'
import { blocksOf, goingRefusal, goneFrom, type StoredBlock, saveBlocks } from './blocks.server.ts'
import type { Reading } from './docx.server.ts'
import { fileRead, importDiscarded, importTaken } from './events.ts'
import type { TakingIn } from './forms.ts'
import type { ParagraphKind } from './paragraph.ts'
import { writingRefusal } from './policy.ts'
import { textSeen } from './publication.server.ts'
import { addVersion, lockDocument, unpublishedVersion } from './versions.server.ts'
import { listBlocks } from './work.server.ts'
import { type DraftBlock, firstDifference, isUncounted } from './writing.ts'

type Upload = { key: string; lang: 'nb' | 'nn'; fileName: string; reading: Reading }

/** Keeps what a file was read as, for somebody to look at. Nothing is in the document before it is taken in. */
export function storeImport(actor: Actor, documentId: string, { key, lang, fileName, reading }: Upload) {
  return tx(async (tx) => {
    const [document] = await tx.select().from(documents).where(eq(documents.id, documentId))
    if (!document) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'store-import', async () => {
      const at = await databaseNow(tx)
      const [made] = await tx
        .insert(documentImports)
        .values({ strategyId, documentId, fileName, lang, ...reading, at, by: actor.personId })
        .returning({ id: documentImports.id })
      if (!made) throw new Error('The import was not written')
      await record(tx, {
        ...{ kind: fileRead, actorId: actor.personId, subjectId: made.id },
        ...{ strategyId, at, data: { documentId, lang, blocks: reading.blocks.length } },
      })
      return { importId: made.id }
    })
  })
}

/**
 * Takes an import into the version that is being written. 'new' makes that version, 'replace' puts the import in place
 * of its text, 'fill' gives every block its words in the import's language; then number and kinds of blocks must
 * agree, and the refusal says where they part. Somebody who had seen another text than the one there now is told.
 */
export function takeImport(actor: Actor, documentId: string, importId: string, form: TakingIn) {
  return tx(async (tx) => {
    const document = await lockDocument(tx, documentId)
    if (!document) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'take-import', async () => {
      const given = await waitingImport(tx, documentId, importId)
      if (isRefusal(given)) return given
      const writing = await unpublishedVersion(tx, documentId)
      const before = writing ? await blocksOf(tx, writing.id) : []
      if (textSeen(before) !== form.seen) return refuse('written-meanwhile')
      if (form.how === 'new' && before.length > 0) return refuse('written-meanwhile')
      const lang = given.lang === 'nn' ? ('nn' as const) : ('nb' as const)
      const after = form.how === 'fill' ? filled(before, given.blocks, lang) : blocksIn(given.blocks, lang)
      if (isRefusal(after)) return after
      const linked = await goingRefusal(tx, { blocks: goneFrom(before, after) })
      if (linked) return linked
      const at = await databaseNow(tx)
      const by = actor.personId
      const version = writing ?? (await addVersion(tx, document, { by, at }))
      await saveBlocks(tx, { version, by, at }, before, after)
      await tx.update(documentImports).set({ versionId: version.id }).where(eq(documentImports.id, importId))
      await record(tx, {
        ...{ kind: importTaken, actorId: by, subjectId: version.id },
        ...{ strategyId, at, data: { importId, how: form.how, blocks: after.length } },
      })
      return { versionId: version.id }
    })
  })
}

/** Says that an import shall not be used. */
export function discardImport(actor: Actor, documentId: string, importId: string, key: string) {
  return tx(async (tx) => {
    const document = await lockDocument(tx, documentId)
    if (!document) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'discard-import', async () => {
      const given = await waitingImport(tx, documentId, importId)
      if (isRefusal(given)) return given
      const at = await databaseNow(tx)
      await tx.update(documentImports).set({ discardedAt: at }).where(eq(documentImports.id, importId))
      await record(tx, {
        ...{ kind: importDiscarded, actorId: actor.personId, subjectId: importId },
        ...{ strategyId, at, data: { documentId } },
      })
      return { importId }
    })
  })
}

async function waitingImport(tx: Transaction, documentId: string, importId: string) {
  const [found] = await tx
    .select()
    .from(documentImports)
    .where(and(eq(documentImports.id, importId), eq(documentImports.documentId, documentId)))
    .for('update')
  if (!found) return refuse('not-found')
  if (found.discardedAt) return refuse('import-discarded')
  return found.versionId ? refuse('import-used') : found
}

type Imported = (typeof documentImports.$inferSelect)['blocks'][number]

const kindOf = ({ kind, unnumbered }: Imported) => ({
  kind: kind as ParagraphKind,
  ...(unnumbered && { unnumbered: true as const }),
})

const blocksIn = (blocks: readonly Imported[], lang: 'nb' | 'nn'): DraftBlock[] =>
  blocks.map((block) => ({ ...kindOf(block), text: { [lang]: block.text } }))

/** The blocks there are, each with its words in one more language. */
function filled(before: readonly StoredBlock[], blocks: readonly Imported[], lang: 'nb' | 'nn') {
  const at = firstDifference(before, blocks.map(kindOf))
  if (at !== null) return { ...refuse('forms-differ'), at }
  return before.map(
    (block, place): DraftBlock => ({ ...block, text: { ...block.text, [lang]: blocks[place]?.text ?? '' } }),
  )
}

/** The latest imports of a document, with what became of each. */
export function listImports(documentId: string) {
  return database()
    .db.select({
      ...{ id: documentImports.id, fileName: documentImports.fileName, lang: documentImports.lang },
      ...{ at: documentImports.at, by: people.name },
      ...{ versionId: documentImports.versionId, discardedAt: documentImports.discardedAt },
    })
    .from(documentImports)
    .innerJoin(people, eq(people.id, documentImports.by))
    .where(eq(documentImports.documentId, documentId))
    .orderBy(desc(documentImports.at))
    .limit(20)
}

/** One import of a document. */
export async function findImport(documentId: string, importId: string) {
  const [found] = await database()
    .db.select()
    .from(documentImports)
    .where(and(eq(documentImports.id, importId), eq(documentImports.documentId, documentId)))
  return found ?? refuse('not-found')
}

/** The version an import can be taken into, its state, and where the two part if the import is to fill it. */
export async function whereImportCanGo(documentId: string, blocks: readonly Imported[]) {
  const { db } = database()
  const [latest] = await db
    .select({
      ...{ id: documentVersions.id, number: documentVersions.number },
      publishedAt: documentVersions.publishedAt,
    })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(1)
  const open = latest && latest.publishedAt === null ? latest : null
  const stored = open ? await listBlocks(open.id) : []
  const before = stored.map(({ kind, anchor }) => ({
    kind: kind as ParagraphKind,
    ...(isUncounted(kind, anchor) && { unnumbered: true as const }),
  }))
  const at = firstDifference(before, blocks.map(kindOf))
  const named = (block: { kind: string; unnumbered?: boolean } | undefined) =>
    block ? (block.unnumbered ? 'uncounted' : block.kind) : null
  return {
    seen: textSeen(stored),
    writing: open && stored.length > 0 ? { number: open.number, blocks: stored.length } : null,
    next: open?.number ?? (latest?.number ?? 0) + 1,
    parting:
      at === null
        ? null
        : {
            ...{ at, inFile: named(blocks[at - 1]), inVersion: named(before[at - 1]) },
            words: blocks[at - 1]?.text.slice(0, 60) ?? '',
          },
  }
}
