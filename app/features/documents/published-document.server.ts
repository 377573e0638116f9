import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { documents, documentVersions, expectedDocuments, strategies } from '#db/schema/index.ts'
import { mostExpected } from './expected-documents.ts'
import { listMeasures } from './measures.server.ts'
import { findDocumentVersion, isPublished } from './queries.server.ts'
import { standingOf } from './succession.ts'

/** Another document as a page refers to it. */
export type Referred = { slug: string; title: LocalisedText }

/**
 * All that the public reads of a document: a published version with its text, how it stands among the others, what it
 * belongs to, replaces and is replaced by, the sub-plans it expects and its measures. Nothing of what is not published.
 */
export async function findPublishedDocument(strategySlug: string, slug: string, number: number | null) {
  const found = await findDocumentVersion(strategySlug, slug, number)
  if (!found) return null
  const { document, strategy, version, versions, blocks } = found
  const [successor, predecessor, parents, parentStrategy, subPlans, measures] = await Promise.all([
    findSuccessor(document.id),
    document.supersedesId ? findPublished(document.supersedesId) : null,
    document.parentId ? listParents(document.parentId) : [],
    strategy.parentId ? findStrategy(strategy.parentId) : null,
    listSubPlans(document.id),
    listMeasures(document.id),
  ])
  const { id: _version, ...shown } = version
  const editions = versions.map(({ id: _, ...edition }) => edition)
  return {
    document: {
      ...{ slug: document.slug, kind: document.kind, title: document.title, subtitle: document.subtitle },
      ...{ owner: document.owner, contact: document.contact },
      ...{ periodFrom: document.periodFrom, periodTo: document.periodTo },
    },
    strategy: { slug: strategy.slug, title: strategy.title },
    ...{ version: shown, versions: editions, blocks, standing: standingOf(shown, editions) },
    ...{ successor, predecessor, parents, parentStrategy, subPlans },
    measures: measures.map(({ id: _, ...measure }) => measure),
  }
}

/** What `findPublishedDocument` finds. */
export type PublishedDocument = NonNullable<Awaited<ReturnType<typeof findPublishedDocument>>>

// Only a document that is adopted takes the place of another.
async function findSuccessor(documentId: string) {
  const [successor] = await database()
    .db.select({ slug: documents.slug, title: documents.title, adoptedOn: documentVersions.adoptedOn })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(and(eq(documents.supersedesId, documentId), isNotNull(documentVersions.adoptedAt)))
    .orderBy(asc(documentVersions.number))
    .limit(1)
  return successor ?? null
}

const referred = { slug: documents.slug, title: documents.title }

async function findPublished(documentId: string): Promise<Referred | null> {
  const [found] = await database()
    .db.select(referred)
    .from(documents)
    .where(and(eq(documents.id, documentId), isPublished))
  return found ?? null
}

const mostParents = 8

// Upwards from the nearest; the way ends at the first that cannot be read.
async function listParents(parentId: string): Promise<Referred[]> {
  const rows = await database().db.execute<Referred & { depth: number; readable: boolean }>(sql`
    with recursive up as (
      select id, parent_id, slug, title, 1 as depth from documents where id = ${parentId}
      union all
      select d.id, d.parent_id, d.slug, d.title, up.depth + 1
      from documents d join up on d.id = up.parent_id where up.depth < ${mostParents}
    )
    select slug, title, depth, exists (select from document_versions v
      where v.document_id = up.id and v.published_at is not null) as readable
    from up order by depth`)
  const hidden = rows.findIndex(({ readable }) => !readable)
  return rows.slice(0, hidden === -1 ? mostParents : hidden).map(({ slug, title }) => ({ slug, title }))
}

async function findStrategy(strategyId: string): Promise<Referred | null> {
  const [found] = await database()
    .db.select({ slug: strategies.slug, title: strategies.title })
    .from(strategies)
    .where(and(eq(strategies.id, strategyId), isNotNull(strategies.publishedAt)))
  return found ?? null
}

/** The sub-plans there shall be, each with the published document that it is; and those nobody had expected. */
async function listSubPlans(documentId: string) {
  const { db } = database()
  const [expected, others] = await Promise.all([
    db
      .select({ title: expectedDocuments.title, present: referred })
      .from(expectedDocuments)
      .leftJoin(documents, and(eq(documents.id, expectedDocuments.presentId), isPublished))
      .where(eq(expectedDocuments.documentId, documentId))
      .orderBy(asc(expectedDocuments.position), asc(expectedDocuments.id))
      .limit(mostExpected),
    db
      .select(referred)
      .from(documents)
      .leftJoin(
        expectedDocuments,
        and(eq(expectedDocuments.presentId, documents.id), eq(expectedDocuments.documentId, documentId)),
      )
      .where(and(eq(documents.parentId, documentId), isNull(expectedDocuments.id), isPublished))
      .orderBy(asc(documents.createdAt), asc(documents.id))
      .limit(mostExpected),
  ])
  return { expected, others }
}
