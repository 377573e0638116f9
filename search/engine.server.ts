import type { Database } from './database.server.ts'
import type { MeilisearchSettings } from './meilisearch/connection.server.ts'
import type { SearchPort } from './port.ts'
import { postgresMatcher } from './postgres/matching.server.ts'
import { searchWith } from './search.server.ts'

let configured: MeilisearchSettings | undefined

/** Says which Meilisearch server this process uses; each process says so once, when it starts. */
export function configureSearch(settings: MeilisearchSettings | undefined): void {
  configured = settings
}

/** The server this process uses, if any. */
export function configuredMeilisearch(): MeilisearchSettings | undefined {
  return configured
}

/** Searching in this installation. The one place where the engine is chosen. */
export function searchEngine(db: Database): SearchPort {
  return searchWith(db, postgresMatcher(db))
}
