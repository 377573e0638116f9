import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { documents, documentVersions, paragraphs, strategies } from '#db/schema/index.ts'
import { readingRefusal } from './policy.ts'

/** Most blocks a version can have; far above any draft. An import or an edit that would pass it is refused. */
export const mostBlocks = 2_000

const strategyColumns = { id: strategies.id, slug: strategies.slug, title: strategies.title }

/** A document for those who work on its strategy; for everybody else it does not exist. */
export async function findWorkDocument(actor: Actor, documentId: string) {
  const [found] = await database()
    .db.select({ document: documents, strategy: strategyColumns })
    .from(documents)
    .innerJoin(strategies, eq(strategies.id, documents.strategyId))
    .where(eq(documents.id, documentId))
  if (!found) return refuse('not-found')
  const refusal = readingRefusal(actor, found.strategy.id)
  return refusal ? refuse(refusal) : found
}

/** A version of a document, published or being written, for those who work on its strategy. Its text is `listBlocks`. */
export async function findWorkVersion(actor: Actor, documentId: string, versionId: string) {
  const [found] = await database()
    .db.select({ document: documents, strategy: strategyColumns, version: documentVersions })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .innerJoin(strategies, eq(strategies.id, documents.strategyId))
    .where(and(eq(documentVersions.id, versionId), eq(documents.id, documentId)))
  if (!found) return refuse('not-found')
  const refusal = readingRefusal(actor, found.strategy.id)
  return refusal ? refuse(refusal) : found
}

/** The text of a version in its order, with what a save needs to know of each block. */
export function listBlocks(versionId: string) {
  return database()
    .db.select({
      ...{ id: paragraphs.id, kind: paragraphs.kind, anchor: paragraphs.anchor, text: paragraphs.text },
      ...{ position: paragraphs.position, copiedFromId: paragraphs.copiedFromId },
      ...{ revision: paragraphs.revision, updatedAt: paragraphs.updatedAt, updatedBy: paragraphs.updatedBy },
    })
    .from(paragraphs)
    .where(eq(paragraphs.versionId, versionId))
    .orderBy(asc(paragraphs.position))
    .limit(mostBlocks)
}
