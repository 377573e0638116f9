import { sql } from 'drizzle-orm'
import type { Position } from '#app/features/analysis/position.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { database, type Transaction } from '#app/platform/database.server.ts'
import { inputVersions, passages, taggings } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { type SearchFilter, staffScope } from '#search/port.ts'
import { listFoundPassages } from '#search/postgres/passages.server.ts'
import type { Filters } from './filters.ts'
import { listThemesNow } from './saved-searches.server.ts'
import { asksForAll, type StoredSearch, storedSearch, successorOf, withThemesNow } from './search-form.ts'
import { firstHits } from './staff-search.server.ts'

/** More passages than this are not tagged at once: so broad a search is hardly a theme. */
export const mostTagged = 20_000

/** How many hits a preview shows. */
const shown = 5

type Asked = { filters: Filters; theme: string | null; position: Position | null }

/**
 * What would happen if all hits of a search were tagged: how many there are, the first of them, and, when a theme is
 * chosen, how many of them have it. A theme that was merged is exchanged for what it became. Refuses a search for
 * everything, one that cannot be read, and one with too many hits.
 */
export async function previewTagging(actor: Actor, { filters: asked, theme: themeId, position }: Asked) {
  const mine = strategiesOf(actor)
  const now = await listThemesNow(mine)
  const { filters } = withThemesNow(asked, now)
  const choices = now.filter(({ retired }) => !retired)
  const theme = now.find(({ id }) => id === (themeId && successorOf(themeId, now)?.id)) ?? null
  const base = { filters, choices, theme, position, merged: theme !== null && theme.id !== themeId }
  const search = storedSearch(filters)
  if ('refusal' in search) return { ...base, refusal: search.refusal }
  if (asksForAll(search)) return { ...base, refusal: 'would-tag-everything' as const }
  const first = await firstHits(filters, theme ? [theme.strategyId] : mine, shown)
  if ('refusal' in first) return { ...base, refusal: first.refusal }
  if (!theme) return { ...base, ...first, search, counts: null, refusal: null }
  if (theme.retired) return { ...base, ...first, refusal: 'theme-retired' as const }
  const found = await listHits(database().db, search, theme.strategyId)
  if (found.length > mostTagged) return { ...base, ...first, refusal: 'too-many-hits' as const }
  return { ...base, ...first, search, counts: await countHits(found, theme.id), refusal: null }
}

/** The passages a search finds in a strategy; one more than may be tagged at once says that there are too many. */
export function listHits(
  db: Transaction | Database,
  { query, input, selected }: StoredSearch,
  strategyId: string,
) {
  const scope = staffScope([strategyId])
  const filter: SearchFilter = { selected, ...(input && { inputIds: [input] }) }
  return scope ? listFoundPassages(db, { query, filter }, scope, mostTagged + 1) : Promise.resolve([])
}

type Database = ReturnType<typeof database>['db']

/** Passages among these that stand and are of a version that counts: the index may be a moment behind. */
export const standingAmong = (passageIds: readonly string[]) => sql`
  ${passages} join ${inputVersions} on ${inputVersions.id} = ${passages.versionId}
  where ${passages.id} = any (array(select jsonb_array_elements_text(${JSON.stringify(passageIds)}::text::jsonb)::uuid))
    and ${passages.supersededAt} is null and ${versionCounts()}`

async function countHits(passageIds: readonly string[], themeId: string) {
  const [row] = await database().db.execute<{ total: string; tagged: string }>(sql`
    select count(*) as total, count(*) filter (where exists (
      select from ${taggings} where ${taggings.passageId} = ${passages.id} and ${taggings.themeId} = ${themeId}
        and ${taggings.removedAt} is null)) as tagged
    from ${standingAmong(passageIds)}`)
  return { total: Number(row?.total ?? 0), tagged: Number(row?.tagged ?? 0) }
}
