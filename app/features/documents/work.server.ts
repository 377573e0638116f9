import { and, asc, count, desc, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { documents, documentVersions, paragraphs, rounds, strategies } from '#db/schema/index.ts'
import { readingRefusal } from './policy.ts'

/** Most blocks a version can have; far above any draft. An import or an edit that would pass it is refused. */
export const mostBlocks = 2_000

const strategyColumns = {
  ...{ id: strategies.id, slug: strategies.slug, title: strategies.title },
  publishedAt: strategies.publishedAt,
}

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

/** The documents of a strategy as those who work on it see them: every version with its state and size. */
export async function listWorkDocuments(strategyId: string) {
  const { db } = database()
  const [all, versions] = await Promise.all([
    db
      .select({ id: documents.id, slug: documents.slug, kind: documents.kind, title: documents.title })
      .from(documents)
      .where(eq(documents.strategyId, strategyId))
      .orderBy(asc(documents.createdAt), asc(documents.id))
      .limit(100),
    db
      .select({
        ...{
          id: documentVersions.id,
          documentId: documentVersions.documentId,
          number: documentVersions.number,
        },
        ...{ title: documentVersions.title, adoptedAt: documentVersions.adoptedAt },
        ...{ publishedAt: documentVersions.publishedAt, createdAt: documentVersions.createdAt },
        blocks: count(paragraphs.id),
      })
      .from(documentVersions)
      .leftJoin(paragraphs, eq(paragraphs.versionId, documentVersions.id))
      .where(eq(documentVersions.strategyId, strategyId))
      .groupBy(documentVersions.id)
      .orderBy(desc(documentVersions.number))
      .limit(500),
  ])
  return all.map((document) => ({
    ...document,
    versions: versions.filter(({ documentId }) => documentId === document.id),
  }))
}

/** A strategy by its id, for those who work on it. */
export async function findWorkStrategy(actor: Actor, strategyId: string) {
  const refusal = readingRefusal(actor, strategyId)
  if (refusal) return refuse(refusal)
  const [found] = await database()
    .db.select(strategyColumns)
    .from(strategies)
    .where(eq(strategies.id, strategyId))
  return found ?? refuse('not-found')
}

/** The rounds a version can be put out in. */
export function listRoundsOf(strategyId: string) {
  return database()
    .db.select({ id: rounds.id, number: rounds.number, title: rounds.title })
    .from(rounds)
    .where(eq(rounds.strategyId, strategyId))
    .orderBy(asc(rounds.number))
    .limit(100)
}
