import { asc, eq } from 'drizzle-orm'
import type { Transaction } from '#app/platform/database.server.ts'
import { documents, documentVersions } from '#db/schema/index.ts'
import { laterVersions } from './change-versions.ts'

/** Most versions of all documents of a strategy that are looked through. */
const mostVersions = 1_000

/** The versions of a strategy's documents that come after a round, drafts too, in one query. */
export async function listLaterVersions(
  db: Pick<Transaction, 'select'>,
  round: { id: string; strategyId: string; opensAt: Date },
) {
  const versions = await db
    .select({
      ...{ id: documentVersions.id, documentId: documentVersions.documentId },
      ...{ number: documentVersions.number, title: documentVersions.title },
      ...{ roundId: documentVersions.roundId, publishedAt: documentVersions.publishedAt },
      document: { id: documents.id, slug: documents.slug, title: documents.title },
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(eq(documentVersions.strategyId, round.strategyId))
    .orderBy(asc(documents.createdAt), asc(documents.id), asc(documentVersions.number))
    .limit(mostVersions)
  return laterVersions(versions, round)
}
