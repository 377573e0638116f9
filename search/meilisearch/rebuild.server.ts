import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { searchIndexes } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { requestRebuild } from '../requests.server.ts'
import { searchStatus } from '../status.server.ts'
import type { MeilisearchSettings } from './connection.server.ts'
import { runShipping } from './shipping.server.ts'

/** What came of it: the index that is searched now, or why none is: `no-progress`, with the last trouble heard of. */
export type Rebuilt =
  | { readonly uid: string; readonly documents: number; readonly failed: number }
  | { readonly refusal: string }

/**
 * Has a new Meilisearch index built and searched, by the worker if one is running, else by ourselves. Gives up when
 * nothing has moved for a while.
 */
export async function rebuildMeilisearch(
  db: Database,
  settings: MeilisearchSettings,
  say: (line: string) => void,
  { patienceMs = 120_000, lookMs = 500 } = {},
): Promise<Rebuilt> {
  const [began] = await db.execute<{ at: string }>(sql`select clock_timestamp() as at`)
  await requestRebuild(db)
  const ending = new AbortController()
  let trouble = 'no-progress'
  const shipping = runShipping(db, settings, {
    signal: ending.signal,
    onError: (code) => {
      trouble = code
    },
  })
  try {
    for (let moved = performance.now(), said = ''; performance.now() - moved < patienceMs; ) {
      const { meilisearch } = await searchStatus(db, settings)
      const uid = await liveSince(db, began?.at ?? '')
      if (uid && meilisearch) {
        return { uid, documents: meilisearch.live?.documents ?? 0, failed: meilisearch.deadCount }
      }
      const building = meilisearch?.building
      const line = building ? `${building.uid}: ${building.done} of ${building.total} documents` : said
      if (line !== said) {
        moved = performance.now()
        say(line)
      }
      said = line
      await pause(lookMs)
    }
    return { refusal: trouble }
  } finally {
    ending.abort()
    await shipping
  }
}

async function liveSince(db: Database, began: string): Promise<string | undefined> {
  const [row] = await db
    .select({ uid: searchIndexes.uid })
    .from(searchIndexes)
    .where(sql`${searchIndexes.role} = 'live' and ${searchIndexes.createdAt} >= ${began}::text::timestamptz`)
  return row?.uid
}
