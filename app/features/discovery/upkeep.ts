import { z } from 'zod'
import type { Actor } from '#app/features/identity/actor.ts'

/** What an administrator can do for the search: try again, build anew, compare. */
export const upkeepActs = ['retry', 'rebuild', 'check'] as const
export type UpkeepAct = (typeof upkeepActs)[number]

export const upkeepForm = z.object({ act: z.enum(upkeepActs), key: z.uuid() })

/** Why somebody does not keep the search. */
export const upkeepRefusal = (actor: Actor): 'forbidden' | null => (actor.administrator ? null : 'forbidden')

type Backlog = { waiting: number; oldestWaitingMs: number; deadCount: number }

type Known = {
  because: string | null
  postgres: Backlog
  meilisearch: (Backlog & { reachable: boolean }) | null
}

/** How it stands with search, the most serious first: what administrators are told in one sentence. */
export type Standing = 'down' | 'unbuilt' | 'given-up' | 'behind' | 'well'

/** What has waited shorter than this is on its way. */
const noticeableWaitMs = 60_000

/** How it stands, from what is known of the indexes. */
export function standingOf({ because, postgres, meilisearch }: Known): Standing {
  const indexes = [postgres, ...(meilisearch ? [meilisearch] : [])]
  if (because === 'failing' || meilisearch?.reachable === false) return 'down'
  if (because === 'no-index') return 'unbuilt'
  if (indexes.some(({ deadCount }) => deadCount > 0)) return 'given-up'
  const late = indexes.some(
    ({ waiting, oldestWaitingMs }) => waiting > 0 && oldestWaitingMs > noticeableWaitMs,
  )
  return late || because === 'behind' ? 'behind' : 'well'
}

/** A length of time in its largest whole unit; less than a minute is no number of any. */
export function lengthOf(ms: number): { unit: 'days' | 'hours' | 'minutes' | 'moment'; count: number } {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return { unit: 'moment', count: 0 }
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
}
