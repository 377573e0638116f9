import { sql } from 'drizzle-orm'
import { searchIndexes, searchIndexQueue } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import type { MeilisearchSettings } from './meilisearch/connection.server.ts'

/** Further behind than this and the index is not asked. */
const tooOldMs = 5 * 60_000

/** How long a server that failed is left alone. */
const restMs = 10_000

/** Who answers now. `because` says why Postgres does: nothing else is set up, or the index is missing, behind or failing. */
export type Choice =
  | { readonly engine: 'meilisearch'; readonly uid: string }
  | { readonly engine: 'postgres'; readonly because: 'unset' | 'no-index' | 'behind' | 'failing' }

/** Chooses by what is known without asking the server. */
export async function chooseEngine(db: Database, settings: MeilisearchSettings | undefined): Promise<Choice> {
  if (!settings) return { engine: 'postgres', because: 'unset' }
  if (rests(settings)) return { engine: 'postgres', because: 'failing' }
  const [live] = await db.execute<{ uid: string; oldest: string | null }>(sql`
    select i.uid, (
      select extract(epoch from clock_timestamp() - q.enqueued_at) * 1000 from ${searchIndexQueue} q
      where q.uid = i.uid and q.dead_at is null order by q.enqueued_at limit 1) as oldest
    from ${searchIndexes} i where i.role = 'live'`)
  if (!live) return { engine: 'postgres', because: 'no-index' }
  return Number(live.oldest ?? 0) > tooOldMs
    ? { engine: 'postgres', because: 'behind' }
    : { engine: 'meilisearch', uid: live.uid }
}

// What this process has seen of the servers; each process finds out for itself.
const restsUntil = new Map<string, number>()

/** Leaves a server alone for a while after it failed to answer. */
export function letRest({ url }: MeilisearchSettings): void {
  restsUntil.set(url, performance.now() + restMs)
}

/** Asks a server again at once, though it failed a moment ago. */
export function stopResting({ url }: MeilisearchSettings): void {
  restsUntil.delete(url)
}

function rests({ url }: MeilisearchSettings): boolean {
  return performance.now() < (restsUntil.get(url) ?? 0)
}
