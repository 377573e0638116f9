import type { Database } from './database.server.ts'
import type { SearchEngine } from './port.ts'
import { postgresEngine } from './postgres/engine.server.ts'

/** The engine of this installation. Postgres for now; the one place where another will be chosen. */
export function searchEngine(db: Database): SearchEngine {
  return postgresEngine(db)
}
