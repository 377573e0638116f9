import { asc, eq, inArray } from 'drizzle-orm'
import { POSITIONS } from '#app/features/analysis/position.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { translator } from '#app/messages/translator.ts'
import { database } from '#app/platform/database.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { rounds, strategies, themes } from '#db/schema/index.ts'
import { facetNames } from '#search/port.ts'
import type { Filters } from './filters.ts'
import { facetViews, type Named } from './labels.server.ts'

/** The rounds of these strategies, in their order. */
export function listRoundsOf(strategyIds: readonly string[]) {
  return database()
    .db.select({
      ...{ id: rounds.id, number: rounds.number },
      ...{ strategyId: rounds.strategyId, strategy: strategies.title },
    })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(inArray(rounds.strategyId, [...strategyIds]))
    .orderBy(asc(rounds.strategyId), asc(rounds.number))
    .limit(200)
}

/** What these strategies are called. */
export async function listStrategyNames(strategyIds: readonly string[], locale: Actor['locale']) {
  const rows = await database()
    .db.select({ id: strategies.id, title: strategies.title })
    .from(strategies)
    .where(inArray(strategies.id, [...strategyIds]))
    .orderBy(asc(strategies.id))
    .limit(200)
  return rows.map(({ id, title }) => ({ id, title: pick(title, locale).text }))
}

/** What the themes, rounds and positions that one may choose by are called. */
export async function namesFor(strategyIds: readonly string[], locale: Actor['locale']): Promise<Named> {
  const t = translator(locale, 'workbench')
  const [theme, round] = await Promise.all([themeNames(strategyIds, locale), roundNames(strategyIds, locale)])
  return {
    ...{ theme, round },
    position: new Map(POSITIONS.map((position) => [position, t(`search.position.${position}`)])),
    tagged: new Map((['yes', 'no'] as const).map((tagged) => [tagged, t(`search.tagged.${tagged}`)])),
  }
}

async function roundNames(strategyIds: readonly string[], locale: Actor['locale']) {
  const rows = await listRoundsOf(strategyIds)
  const t = translator(locale, 'workbench')
  const several = new Set(rows.map(({ strategyId }) => strategyId)).size > 1
  return new Map(
    rows.map(({ id, number, strategy }) => {
      const name = t('overview.round', { number })
      return [id, several ? `${name}, ${pick(strategy, locale).text}` : name]
    }),
  )
}

/** Themes as one chooses by them: their letters and title; two that read alike also say whose codebook they are of. */
async function themeNames(strategyIds: readonly string[], locale: Actor['locale']) {
  const rows = await database()
    .db.select({ id: themes.id, code: themes.code, title: themes.title, strategy: strategies.title })
    .from(themes)
    .innerJoin(strategies, eq(strategies.id, themes.strategyId))
    .where(inArray(themes.strategyId, [...strategyIds]))
    .limit(2_000)
  const named = rows.map(({ id, code, title, strategy }) => ({
    ...{ id, strategy, name: `${code} ${pick(title, locale).text}` },
  }))
  const seen = new Map<string, number>()
  for (const { name } of named) seen.set(name, (seen.get(name) ?? 0) + 1)
  return new Map(
    named.map(({ id, name, strategy }) => {
      const alone = seen.get(name) === 1
      return [id, alone ? name : `${name}, ${pick(strategy, locale).text}`]
    }),
  )
}

/** Searches as one reads them in a list: what was typed, and what was chosen, by name. */
export async function describedSearches(
  searches: readonly Filters[],
  strategyIds: readonly string[],
  locale: Actor['locale'],
) {
  const all = Object.fromEntries(
    facetNames.flatMap((name) => {
      const values = [...new Set(searches.flatMap(({ selected }) => selected[name] ?? []))]
      return values.length > 0 ? [[name, values]] : []
    }),
  )
  const named = await namesFor(strategyIds, locale)
  const uncounted = Object.fromEntries(Object.keys(all).map((name) => [name, []]))
  const views = await facetViews(uncounted, all, locale, 0, named)
  return searches.map(({ text, compounds, input, selected }) => ({
    ...{ text, compounds, inOneInput: input !== null },
    chosen: views.flatMap(({ name, options }) => {
      const labels = options.filter(({ value }) => selected[name]?.includes(value)).map(({ label }) => label)
      return labels.length > 0 ? [{ name, labels }] : []
    }),
  }))
}

/** A search as it is described. */
export type DescribedSearch = Awaited<ReturnType<typeof describedSearches>>[number]
