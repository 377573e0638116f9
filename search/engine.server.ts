import type { Database } from './database.server.ts'
import type { SearchPort } from './port.ts'
import { postgresMatcher } from './postgres/matching.server.ts'
import { searchWith } from './search.server.ts'

/** Searching in this installation. The one place where the engine is chosen. */
export function searchEngine(db: Database): SearchPort {
  return searchWith(db, postgresMatcher(db))
}
