import { randomBytes } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { Meilisearch } from 'meilisearch'
import { searchDocuments, searchVocabulary } from '#db/schema/index.ts'
import type { Database } from '#search/database.server.ts'
import type { SearchDocument } from '#search/document.ts'
import { indexedDocument } from '#search/meilisearch/document.ts'
import { meiliMatcher } from '#search/meilisearch/matching.server.ts'
import { indexSettings } from '#search/meilisearch/settings.ts'
import { type Matcher, type SearchPort, UnsupportedQuery } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { postgresMatcher } from '#search/postgres/matching.server.ts'
import { searchWith } from '#search/search.server.ts'
import { countWords } from '#search/vocabulary.server.ts'
import { emptyIndex, withoutInvertedIndexes, writeDocuments } from './documents.ts'

/** The whole search over each engine that is at hand; null for one that is not. */
export type Engines = {
  readonly postgres: SearchPort
  readonly meilisearch: SearchPort | null
  close(): Promise<void>
}

/** Said in the report where a figure is missing for want of the other engine. */
export const noServer = 'no Meilisearch server was at hand (MEILI_URL)'

/** Replaces everything that is indexed by these documents, and counts their words. */
export async function openEngines(db: Database, docs: readonly SearchDocument[]): Promise<Engines> {
  const clock = stopwatch()
  await emptyIndex(db)
  await withoutInvertedIndexes(db, () => writeDocuments(postgresIndex(db), docs))
  await countWords(db, 'staff')
  await db.execute(sql`vacuum analyze ${searchDocuments}`)
  await db.execute(sql`vacuum analyze ${searchVocabulary}`)
  const inPostgres = clock()
  const postgres = postgresMatcher(db)
  const other = await openOther(db, docs)
  const inOther = other ? `, ${clock()} s in the other engine` : ''
  console.log(`${docs.length} passages: ${inPostgres} s in Postgres${inOther}`)
  return {
    postgres: searchWith(db, postgres),
    meilisearch: other && searchWith(db, insteadOf(other.matcher, postgres)),
    close: async () => other?.remove(),
  }
}

// Whole seconds since it was last asked.
function stopwatch(): () => number {
  let last = performance.now()
  return () => {
    const before = last
    last = performance.now()
    return Math.round((last - before) / 1000)
  }
}

// What one engine cannot answer exactly the other does, as everywhere.
function insteadOf(first: Matcher, second: Matcher): Matcher {
  const unlessUnsupported = (error: unknown) => {
    if (!(error instanceof UnsupportedQuery)) throw error
  }
  return {
    engine: first.engine,
    match: async (request, scope) =>
      (await first.match(request, scope).catch(unlessUnsupported)) ?? second.match(request, scope),
    newest: async (...asked) =>
      (await first.newest(...asked).catch(unlessUnsupported)) ?? second.newest(...asked),
  }
}

// An index of its own, so that a server used for other things is left as it was.
async function openOther(db: Database, docs: readonly SearchDocument[]) {
  const { MEILI_URL: host, MEILI_API_KEY: apiKey } = process.env
  if (!host) return null
  const client = new Meilisearch({ host, apiKey })
  const uid = `bench-${randomBytes(6).toString('hex')}`
  const done = async (sent: { waitTask(options: { timeout: number }): Promise<{ status: string }> }) => {
    const { status } = await sent.waitTask({ timeout: 600_000 })
    if (status !== 'succeeded') throw new Error(`A task of the Meilisearch server ended as ${status}.`)
  }
  await done(client.createIndex(uid, { primaryKey: 'id' }))
  await done(client.index(uid).updateSettings(indexSettings))
  for (let at = 0; at < docs.length; at += 2_000) {
    const keys = docs.slice(at, at + 2_000).map(({ docKey }) => docKey)
    const rows = await db.select().from(searchDocuments).where(inArray(searchDocuments.docKey, keys))
    await done(client.index(uid).addDocuments(rows.map(indexedDocument)))
  }
  return { matcher: meiliMatcher({ client, uid, db }), remove: () => done(client.deleteIndex(uid)) }
}
