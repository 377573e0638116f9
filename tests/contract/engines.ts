import { randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Meilisearch } from 'meilisearch'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '#search/database.server.ts'
import type { SearchDocument } from '#search/document.ts'
import { connectTo } from '#search/meilisearch/connection.server.ts'
import { idOf, indexedDocument } from '#search/meilisearch/document.ts'
import { meiliMatcher } from '#search/meilisearch/matching.server.ts'
import { indexSettings } from '#search/meilisearch/settings.ts'
import type { EngineName, IndexChange, Matcher, SearchIndexPort, SearchPort } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { postgresMatcher } from '#search/postgres/matching.server.ts'
import { searchWith } from '#search/search.server.ts'
import { testDatabase } from '#tests/setup/database.ts'
import { done } from './tasks.ts'

const { MEILI_URL: url, MEILI_API_KEY: apiKey } = process.env

/** Why Meilisearch is not tried, or nothing when it is. */
export const noServer = url ? undefined : 'MEILI_URL is not set'
if (noServer) console.info(`Meilisearch is not tried: ${noServer}.`)

/** Every engine, what it is called in the report, and whether it is left out of this run. */
export const engines: readonly { name: EngineName; title: string; missing: boolean }[] = [
  { name: 'postgres', title: 'postgres', missing: false },
  {
    name: 'meilisearch',
    title: noServer ? `meilisearch (skipped: ${noServer})` : 'meilisearch',
    missing: noServer !== undefined,
  },
]

/** An engine with a database of its own, and documents put where it looks for them. */
export type TriedEngine = {
  readonly db: Database
  readonly matcher: Matcher
  readonly search: SearchPort
  readonly index: SearchIndexPort
  apply(changes: readonly IndexChange[]): Promise<void>
  put(documents: readonly SearchDocument[]): Promise<void>
  remove(documents: readonly SearchDocument[]): Promise<void>
  end(): Promise<void>
}

/** Opens an engine on a new, empty database; on Meilisearch also an index that nobody else has. */
export async function openEngine(name: EngineName): Promise<TriedEngine> {
  const connection = await testDatabase()
  const { db } = connection
  const index = postgresIndex(db)
  const meili = name === 'meilisearch' ? await ownIndex(connection.db) : undefined
  const matcher = meili?.matcher ?? postgresMatcher(db)
  const apply = async (changes: readonly IndexChange[]) => {
    await index.apply(changes)
    await meili?.follow(changes.map((change) => (change.op === 'put' ? change.doc.docKey : change.docKey)))
  }
  return {
    db,
    matcher,
    search: searchWith(db, matcher),
    index,
    apply,
    put: (documents) => apply(documents.map((doc) => ({ op: 'put', doc }))),
    remove: (documents) => apply(documents.map(({ docKey, rev }) => ({ op: 'delete', docKey, rev }))),
    async end() {
      await meili?.remove()
      await connection.end()
    },
  }
}

async function ownIndex(db: Database) {
  const client = serverClient()
  const uid = `test-${randomBytes(6).toString('hex')}`
  await done(client.createIndex(uid, { primaryKey: 'id' }))
  await done(client.index(uid).updateSettings(indexSettings))
  return {
    matcher: meiliMatcher({ client, uid, db }),
    /** Brings the index in step with what Postgres has under these keys now. */
    async follow(docKeys: readonly string[]) {
      if (docKeys.length === 0) return
      const rows = await db
        .select()
        .from(searchDocuments)
        .where(inArray(searchDocuments.docKey, [...docKeys]))
      const gone = docKeys.filter((key) => !rows.some(({ docKey }) => docKey === key))
      if (rows.length > 0) await done(client.index(uid).addDocuments(rows.map(indexedDocument)))
      if (gone.length > 0) await done(client.index(uid).deleteDocuments(gone.map(idOf)))
    },
    remove: () => done(client.deleteIndex(uid)),
  }
}

/** The server of this run; only where `noServer` says nothing. */
export function serverClient(): Meilisearch {
  if (!url) throw new Error(noServer)
  return connectTo({ url, apiKey }, 'send')
}
