import { and, asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type LineageBlock, tellKinds } from '#app/features/documents/lineage.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import type { DocumentVersionContent } from '#db/seed/content/content.ts'
import { documentV1 } from '#db/seed/content/document-v1.ts'
import { documentV2 } from '#db/seed/content/document-v2.ts'
import { changesAfterRoundOne } from '#db/seed/content/draft/changes-after-round-1.ts'
import { lineageOf } from '#db/seed/content/draft/revision.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloTime } from './oslo-time.ts'

/** What an editor confirmed on the day the second draft was put out: which block of the first became which. */
export async function seedLineage(tx: Transaction, seeded: Seeded) {
  const { strategyId, today, people, editor } = seeded
  const [document] = await tx
    .select({ id: schema.documents.id })
    .from(schema.documents)
    .where(and(eq(schema.documents.strategyId, strategyId), eq(schema.documents.slug, 'utkast')))
  const documentId = found(document, 'the draft').id
  const [from, to] = [await textOf(tx, documentId, documentV1), await textOf(tx, documentId, documentV2)]
  const links = lineageOf(documentV1.chapters, changesAfterRoundOne).map((link) => ({
    from: link.from && found(from.blocks.get(link.from), link.from).id,
    to: link.to && found(to.blocks.get(link.to), link.to).id,
  }))
  const alignmentId = v7()
  await tx.insert(schema.versionAlignments).values({
    ...{ id: alignmentId, strategyId, documentId, fromVersionId: from.id, toVersionId: to.id },
    confirmedAt: osloTime(today, documentV2.publishedDay, '09:30'),
    confirmedBy: found(people.get(editor), editor).id,
  })
  const told = tellKinds(links, [...from.blocks.values()], [...to.blocks.values()])
  await tx
    .insert(schema.alignmentLinks)
    .values(told.map(({ kind, from: fromId, to: toId }) => ({ alignmentId, kind, fromId, toId })))
}

/** A version's blocks in their order, by the keys its content uses. */
async function textOf(tx: Transaction, documentId: string, content: DocumentVersionContent) {
  const { documentVersions, paragraphs } = schema
  const [version] = await tx
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, content.version)))
  const { id } = found(version, `version ${content.version}`)
  const rows = await tx
    .select({ id: paragraphs.id, kind: paragraphs.kind, text: paragraphs.text })
    .from(paragraphs)
    .where(eq(paragraphs.versionId, id))
    .orderBy(asc(paragraphs.position))
  const keys = content.chapters.flatMap(({ key, blocks }) => [key, ...blocks.map((block) => block.key)])
  return { id, blocks: new Map(keys.map((key, at): [string, LineageBlock] => [key, found(rows[at], key)])) }
}
