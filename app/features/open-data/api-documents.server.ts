import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { isPublished } from '#app/features/documents/queries.server.ts'
import { database } from '#app/platform/database.server.ts'
import { documents, documentVersions } from '#db/schema/index.ts'

/** Documents of one page of the API, and most versions of them all. */
export const documentsPerPage = 50
const mostVersions = 5_000

/** One page of a strategy's published documents, sub-plans among them, in the order they came, with their published versions. */
export async function listApiDocuments(strategyId: string, page: number) {
  const { db } = database()
  const which = and(eq(documents.strategyId, strategyId), isPublished)
  const [found, [sum]] = await Promise.all([
    db
      .select({
        ...{ id: documents.id, slug: documents.slug, kind: documents.kind, title: documents.title },
        ...{ subtitle: documents.subtitle, owner: documents.owner },
        ...{ periodFrom: documents.periodFrom, periodTo: documents.periodTo },
      })
      .from(documents)
      .where(which)
      .orderBy(asc(documents.createdAt), asc(documents.id))
      .limit(documentsPerPage)
      .offset((page - 1) * documentsPerPage),
    db.select({ total: count() }).from(documents).where(which),
  ])
  const versions = await listVersions(found.map(({ id }) => id))
  return {
    total: sum?.total ?? 0,
    documents: found.map(({ id, ...document }) => ({
      ...document,
      versions: versions.flatMap(({ documentId, publishedAt, ...version }) =>
        documentId === id && publishedAt ? [{ ...version, publishedAt }] : [],
      ),
    })),
  }
}

export type ApiDocumentRow = Awaited<ReturnType<typeof listApiDocuments>>['documents'][number]

async function listVersions(documentIds: string[]) {
  if (documentIds.length === 0) return []
  return database()
    .db.select({
      ...{ documentId: documentVersions.documentId, number: documentVersions.number },
      ...{ title: documentVersions.title, publishedAt: documentVersions.publishedAt },
      ...{ adoptedAt: documentVersions.adoptedAt, adoptedOn: documentVersions.adoptedOn },
    })
    .from(documentVersions)
    .where(and(inArray(documentVersions.documentId, documentIds), isNotNull(documentVersions.publishedAt)))
    .orderBy(asc(documentVersions.documentId), desc(documentVersions.number))
    .limit(mostVersions)
}
