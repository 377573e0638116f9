import { and, asc, count, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { documents, documentVersions, paragraphs, rounds, strategies } from '#db/schema/index.ts'
import { standingEdition } from './succession.ts'
import { mostBlocks } from './work.server.ts'

/** Whether a document has anything that the public may read; in a query over documents. */
export const isPublished = sql<boolean>`exists (select from document_versions v
  where v.document_id = documents.id and v.published_at is not null)`

/** Most versions of one document; nobody writes that many, and each is one line. */
const mostVersions = 500

const versionColumns = {
  number: documentVersions.number,
  title: documentVersions.title,
  publishedAt: sql<Date>`${documentVersions.publishedAt}`.mapWith(documentVersions.publishedAt),
  adoptedAt: documentVersions.adoptedAt,
  adoptedOn: documentVersions.adoptedOn,
}

/**
 * The published versions of a strategy's documents, newest first, with how much there is to read. Sub-plans are left
 * out: they stand on the page of the plan that expects them. A round shows whatever it was held about.
 */
export function listDocumentVersions(strategyId: string, { roundId }: { roundId?: string } = {}) {
  return database()
    .db.select({
      ...versionColumns,
      ...{ document: documents.slug, documentTitle: documents.title, kind: documents.kind },
      superseded: isSuperseded,
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
        roundId ? eq(documentVersions.roundId, roundId) : or(isNull(documents.parentId), isAlone),
      ),
    )
    .groupBy(documents.id, documentVersions.id)
    .orderBy(isSuperseded, asc(documents.createdAt), asc(documents.id), desc(documentVersions.number))
    .limit(50)
}

/** Whether an adopted document has taken this one's place; in a query over documents. */
const isSuperseded = sql<boolean>`exists (select from documents s join document_versions v on v.document_id = s.id
  where s.supersedes_id = documents.id and v.adopted_at is not null)`

// A sub-plan whose plan cannot be read would otherwise stand nowhere.
const isAlone = sql`not exists (select from document_versions v
  where v.document_id = ${documents.parentId} and v.published_at is not null)`

/**
 * A published version of a document with its text, and the document's other published versions, newest first. No number
 * asks for the one that stands: the last adopted, else the last published. Null when there is none.
 */
export async function findDocumentVersion(strategy: string, document: string, number: number | null) {
  const { db } = database()
  const [found] = await db
    .select({ document: documents, strategy: strategies })
    .from(documents)
    .innerJoin(strategies, eq(strategies.id, documents.strategyId))
    .where(
      and(eq(strategies.slug, strategy), eq(documents.slug, document), isNotNull(strategies.publishedAt)),
    )
  if (!found) return null
  const versions = await db
    .select({ id: documentVersions.id, ...versionColumns })
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, found.document.id), isNotNull(documentVersions.publishedAt)))
    .orderBy(desc(documentVersions.number))
    .limit(mostVersions)
  const chosen = number === null ? standingEdition(versions) : versions.find((one) => one.number === number)
  if (!chosen) return null
  const [[version], blocks] = await Promise.all([
    db
      .select({
        ...{ note: documentVersions.note, adoptedBy: documentVersions.adoptedBy },
        ...{ adopterKind: documentVersions.adopterKind, adoptionCase: documentVersions.adoptionCase },
        ...{ consultedWith: documentVersions.consultedWith, contentHash: documentVersions.contentHash },
        round: { slug: rounds.slug, number: rounds.number },
      })
      .from(documentVersions)
      .leftJoin(rounds, and(eq(rounds.id, documentVersions.roundId), isNotNull(rounds.publishedAt)))
      .where(eq(documentVersions.id, chosen.id)),
    db
      .select({ kind: paragraphs.kind, anchor: paragraphs.anchor, text: paragraphs.text })
      .from(paragraphs)
      .where(eq(paragraphs.versionId, chosen.id))
      .orderBy(asc(paragraphs.position))
      .limit(mostBlocks),
  ])
  return version ? { ...found, version: { ...chosen, ...version }, versions, blocks } : null
}
