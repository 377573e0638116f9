import { chooseEngine, letRest } from './choice.server.ts'
import type { Database } from './database.server.ts'
import { connectTo, type MeilisearchSettings, troubleOf } from './meilisearch/connection.server.ts'
import { meiliMatcher } from './meilisearch/matching.server.ts'
import { type AccessScope, type SearchNotice, type SearchPort, UnsupportedQuery } from './port.ts'
import { postgresMatcher } from './postgres/matching.server.ts'
import { searchWith } from './search.server.ts'

/**
 * Searching in this installation, with the Meilisearch server of its settings if it has one. The one place where the
 * engine is chosen, anew for every search: Postgres answers whenever the other cannot, and says so when the reader
 * should know.
 */
export function searchEngine(db: Database, settings?: MeilisearchSettings): SearchPort {
  const postgres = searchWith(db, postgresMatcher(db))
  if (!settings) return postgres

  async function fallBack(
    request: Parameters<SearchPort['search']>[0],
    scope: AccessScope,
    notices: readonly SearchNotice[],
  ) {
    const answer = await postgres.search(request, scope)
    return { ...answer, notices: [...answer.notices, ...notices] }
  }

  return {
    async search(request, scope) {
      const choice = await chooseEngine(db, settings)
      if (choice.engine === 'postgres') return fallBack(request, scope, ['FELL_BACK_TO_POSTGRES'])
      const matcher = meiliMatcher({ client: connectTo(settings, 'search'), uid: choice.uid, db })
      try {
        return await searchWith(db, matcher).search(request, scope)
      } catch (error) {
        if (error instanceof UnsupportedQuery) {
          return fallBack(request, scope, error.reason === 'unit' ? [] : ['ANSWERED_BY_POSTGRES'])
        }
        const trouble = troubleOf(error)
        if (!trouble) throw error
        // A question that was refused says nothing of the next one.
        if (trouble.kind !== 'refused') letRest(settings)
        return fallBack(request, scope, ['FELL_BACK_TO_POSTGRES'])
      }
    },
  }
}
