import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { documents, documentVersions, paragraphs, rounds, strategies } from '#db/schema/index.ts'

/** Most blocks a version can have on one page; far above any draft. */
const mostParagraphs = 2_000

const versionColumns = {
  document: documents.slug,
  number: documentVersions.number,
  title: documentVersions.title,
  publishedAt: sql<Date>`${documentVersions.publishedAt}`.mapWith(documentVersions.publishedAt),
}

/** The published versions of a strategy's documents, newest first, with how much there is to read. */
export function listDocumentVersions(strategyId: string, { roundId }: { roundId?: string } = {}) {
  return database()
    .db.select({
      ...versionColumns,
      chapters: count(
        sql`case when ${paragraphs.kind} = 'heading' and ${paragraphs.anchor} ~ '^[0-9]' then 1 end`,
      ),
      paragraphs: count(sql`case when ${paragraphs.kind} = 'paragraph' then 1 end`),
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .leftJoin(paragraphs, eq(paragraphs.versionId, documentVersions.id))
    .where(
      and(
        eq(documentVersions.strategyId, strategyId),
        isNotNull(documentVersions.publishedAt),
        roundId ? eq(documentVersions.roundId, roundId) : undefined,
      ),
    )
    .groupBy(documents.id, documentVersions.id)
    .orderBy(asc(documents.slug), desc(documentVersions.number))
    .limit(50)
}

/** A published version of a document and its siblings; no number asks for the latest. Null when there is none. */
export async function findDocumentVersion(strategy: string, document: string, number: number | null) {
  const { db } = database()
  const versions = await db
    .select({
      ...versionColumns,
      id: documentVersions.id,
      documentTitle: documents.title,
      strategy: { slug: strategies.slug, title: strategies.title },
      round: { slug: rounds.slug, number: rounds.number },
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .innerJoin(strategies, eq(strategies.id, documents.strategyId))
    .leftJoin(rounds, and(eq(rounds.id, documentVersions.roundId), isNotNull(rounds.publishedAt)))
    .where(
      and(
        eq(strategies.slug, strategy),
        eq(documents.slug, document),
        isNotNull(strategies.publishedAt),
        isNotNull(documentVersions.publishedAt),
      ),
    )
    .orderBy(desc(documentVersions.number))
    .limit(50)
  const version = number === null ? versions[0] : versions.find((one) => one.number === number)
  if (!version) return null
  const blocks = await db
    .select({ kind: paragraphs.kind, anchor: paragraphs.anchor, text: paragraphs.text })
    .from(paragraphs)
    .where(eq(paragraphs.versionId, version.id))
    .orderBy(asc(paragraphs.position))
    .limit(mostParagraphs)
  return { ...version, versions: versions.map(({ number: one, title }) => ({ number: one, title })), blocks }
}
