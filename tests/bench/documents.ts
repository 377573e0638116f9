import { sql } from 'drizzle-orm'
import { searchCorpora, searchDocuments, searchVocabulary } from '#db/schema/index.ts'
import type { Database } from '#search/database.server.ts'
import { docKey, type SearchDocument } from '#search/document.ts'
import type { SearchIndexPort } from '#search/port.ts'

const batch = 500

/** An id that holds a number, so that what is found can be traced back to what was written. */
export function numberedId(kind: number, number: number): string {
  return `00000000-0000-7${kind.toString(16).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`
}

/** The number in such an id. */
export function numberIn(id: string): number {
  return Number.parseInt(id.slice(-12), 16)
}

export const strategyId = numberedId(1, 1)

/** A document of staff; what a bench is about, it says itself. */
export function benchDocument(
  number: number,
  made: Partial<SearchDocument> & { readonly body: string },
): SearchDocument {
  const passageId = numberedId(7, number)
  return {
    docKey: docKey('staff', passageId),
    audience: 'staff',
    rev: 1,
    strategyId,
    roundId: numberedId(2, 1),
    questionId: null,
    inputId: numberedId(4, number),
    versionId: numberedId(5, number),
    passageId,
    organisationId: null,
    organisationKind: 'municipality',
    countyNumber: null,
    lang: 'nb',
    themeIds: [],
    positions: [],
    senderName: 'Fjellvik kommune',
    startCp: 0,
    endCp: made.body.length,
    submittedAt: new Date(Date.UTC(2030, 0, 1) + number * 1000),
    ...made,
  }
}

/** Writes documents as the dispatcher does, many at a time. */
export async function writeDocuments(index: SearchIndexPort, docs: readonly SearchDocument[]): Promise<void> {
  for (let at = 0; at < docs.length; at += batch) {
    await index.apply(docs.slice(at, at + batch).map((doc) => ({ op: 'put' as const, doc })))
  }
}

/** Does something while the inverted indexes of the search tables are away: they are built again in one go. */
export async function withoutInvertedIndexes(db: Database, work: () => Promise<void>): Promise<void> {
  const made = await db.execute<{ indexname: string; indexdef: string }>(sql`
    select indexname, indexdef from pg_indexes
    where tablename in ('search_documents', 'search_vocabulary') and indexdef like '% USING gin %'`)
  for (const { indexname } of made) await db.execute(sql`drop index ${sql.identifier(indexname)}`)
  await work()
  // Longer than a pool lets a statement take.
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`set local maintenance_work_mem = '256MB'`)
    for (const { indexdef } of made) await tx.execute(sql.raw(indexdef))
  })
}

export async function emptyIndex(db: Database): Promise<void> {
  await db.execute(sql`truncate ${searchDocuments}, ${searchVocabulary}, ${searchCorpora}`)
}
