import { sql } from 'drizzle-orm'
import { searchCorpora, searchDocuments, searchVocabulary } from '#db/schema/index.ts'
import type { Database } from '#search/database.server.ts'
import type { SearchDocument } from '#search/document.ts'
import type { SearchPort } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { postgresMatcher } from '#search/postgres/matching.server.ts'
import { searchWith } from '#search/search.server.ts'
import { emptyIndex, withoutInvertedIndexes, writeDocuments } from './documents.ts'

/** The whole search over each engine that is at hand; null for one that is not. */
export type Engines = { readonly postgres: SearchPort; readonly meilisearch: SearchPort | null }

/** Replaces everything that is indexed by these documents, and counts their words. */
export async function openEngines(db: Database, docs: readonly SearchDocument[]): Promise<Engines> {
  await emptyIndex(db)
  await withoutInvertedIndexes(db, () => writeDocuments(postgresIndex(db), docs))
  await countWords(db)
  await db.execute(sql`vacuum analyze ${searchDocuments}`)
  await db.execute(sql`vacuum analyze ${searchVocabulary}`)
  return { postgres: searchWith(db, postgresMatcher(db)), meilisearch: null }
}

async function countWords(db: Database) {
  await db.execute(sql`
    update ${searchVocabulary} set documents = counted.ndoc
    from ts_stat('select tsv from search_documents') as counted where lexeme = counted.word`)
  await db.execute(sql`
    insert into ${searchCorpora} select 'staff', count(*), avg(word_count), now() from ${searchDocuments}`)
}
