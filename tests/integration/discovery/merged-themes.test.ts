import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { mergeTheme } from '#app/features/analysis/theme-merging.server.ts'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { withStandingThemes } from '#app/features/discovery/saved-searches.server.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { appDatabase } from '../inputs/room.ts'
import { makeFindable } from './findable.ts'
import { hitsOf } from './tagging-hits.ts'

const t = appDatabase()

test('what is left on a merged theme is found by the one that stands, also when that is merged, also by an old address', async () => {
  const { analyst, editor, strategy, theme, input, passages } = await hitsOf(t.db, 'vinterlys', 2)
  const [first, second] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const merge = async (from: { id: string }, into: { id: string }) => {
    const form = { act: 'merge' as const, key: v7(), reason: 'Det er ett tema.', into: into.id }
    expect(await mergeTheme(editor, strategy.id, from.id, form)).toHaveProperty('themeId')
  }
  await merge(first, second)
  // Put there by whatever did not know of the merge.
  const [left] = passages
  if (!left) throw new Error('No passage')
  await aTagging(t.db, left, first, analyst.personId)
  await makeFindable(t.db, input.id)
  expect(await found(analyst, second.id)).toEqual({
    passages: [left.id],
    themes: [second.id],
    facet: [second.id],
  })
  await merge(second, theme)
  await dispatchAll(t.db, postgresIndex(t.db))
  const now = { passages: [left.id], themes: [theme.id], facet: [theme.id] }
  expect(await found(analyst, theme.id)).toEqual(now)
  expect(await found(analyst, first.id)).toEqual(now)
})

/** What a search by a theme finds, what the hits are shown tagged with, and which themes one may then choose by. */
async function found(actor: Actor, theme: string) {
  const filters = await withStandingThemes(actor, filtersOf(new URLSearchParams({ theme })))
  const outcome = await searchAsStaff(actor, filters)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  const facet = outcome.facets.find(({ name }) => name === 'theme')
  return {
    passages: outcome.hits.map(({ passageId }) => passageId),
    themes: outcome.hits.flatMap(({ themes }) => themes.map(({ id }) => id)),
    facet: facet?.options.map(({ value }) => value),
  }
}
