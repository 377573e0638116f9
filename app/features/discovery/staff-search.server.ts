import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { POSITIONS } from '#app/features/analysis/position.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { translator } from '#app/messages/translator.ts'
import { database } from '#app/platform/database.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { inputs, inputVersions, passages, rounds, strategies, taggings, themes } from '#db/schema/index.ts'
import { facetNames, type SearchHit, staffScope } from '#search/port.ts'
import { ask } from './asking.server.ts'
import { shownHit } from './concordance.ts'
import type { Filters, View } from './filters.ts'
import { facetViews, type Named } from './labels.server.ts'

/**
 * Searches the full text of the strategies somebody works on, of all their rounds or of one.
 * Gives a refusal when the words cannot be searched for.
 */
export async function searchAsStaff(actor: Actor, filters: Filters, roundId: string | null = null) {
  const mine = strategiesOf(actor)
  const scope = staffScope(mine)
  if (!scope) return { refusal: 'nothing-to-search-for' as const }
  const asked = await ask(filters, scope, { facets: facetNames, ...(roundId && { roundIds: [roundId] }) })
  if ('refusal' in asked) return { refusal: asked.refusal }
  const { found, told, pageCount, waiting } = asked
  const named = await namesFor(mine, actor.locale)
  const [hits, facets, within] = await Promise.all([
    hydrate(found.hits, mine, filters.show),
    facetViews(found.facets, filters.selected, actor.locale, found.total, named),
    filters.input ? findSender(filters.input, mine) : null,
  ])
  return { hits, facets, within, total: found.total, pageCount, waiting, told }
}

/** What a search as staff found. */
export type StaffSearch = Exclude<Awaited<ReturnType<typeof searchAsStaff>>, { refusal: string }>

function listRoundsOf(strategyIds: readonly string[]) {
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

/** What the themes, rounds and positions that one may choose by are called. */
async function namesFor(strategyIds: readonly string[], locale: Actor['locale']): Promise<Named> {
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

async function themeNames(strategyIds: readonly string[], locale: Actor['locale']) {
  const rows = await database()
    .db.select({ id: themes.id, code: themes.code, title: themes.title })
    .from(themes)
    .where(inArray(themes.strategyId, [...strategyIds]))
    .limit(1_000)
  return new Map(rows.map(({ id, code, title }) => [id, `${code} ${pick(title, locale).text}`]))
}

/** Who sent an input that a search is narrowed to; null when it is not among theirs. */
async function findSender(inputId: string, strategyIds: readonly string[]) {
  const [row] = await database()
    .db.select({ name: inputVersions.senderName, kind: inputVersions.senderKind })
    .from(inputs)
    .innerJoin(inputVersions, eq(inputVersions.inputId, inputs.id))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .where(and(eq(inputs.id, inputId), inArray(rounds.strategyId, [...strategyIds])))
    .orderBy(desc(inputVersions.number))
    .limit(1)
  return row ?? null
}

// The index may be a second behind: names and themes are read as they are now, and what is gone is left out.
async function hydrate(hits: readonly SearchHit[], strategyIds: readonly string[], show: View) {
  const ids = hits.map(({ passageId }) => passageId)
  if (ids.length === 0) return []
  const { db } = database()
  const [rows, tags] = await Promise.all([
    db
      .select({
        ...{ passageId: passages.id, inputId: passages.inputId, lang: passages.lang },
        ...{ version: inputVersions.number, kind: inputVersions.kind, lateAt: inputVersions.lateAt },
        ...{ senderName: inputVersions.senderName, senderKind: inputVersions.senderKind },
        withdrawnAt: inputs.withdrawnAt,
        said: saidTo(passages.answerId),
        round: rounds.number,
      })
      .from(passages)
      .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
      .innerJoin(inputs, eq(inputs.id, passages.inputId))
      .innerJoin(rounds, eq(rounds.id, passages.roundId))
      .where(
        and(
          inArray(passages.id, ids),
          inArray(passages.strategyId, [...strategyIds]),
          isNull(passages.supersededAt),
        ),
      ),
    db
      .select({
        ...{ passageId: taggings.passageId, id: themes.id, title: themes.title },
        ...{ code: themes.code, colour: themes.colour },
      })
      .from(taggings)
      .innerJoin(themes, eq(themes.id, taggings.themeId))
      .where(and(inArray(taggings.passageId, ids), isNull(taggings.removedAt)))
      .orderBy(asc(themes.position)),
  ])
  return hits.flatMap((hit) => {
    const row = rows.find(({ passageId }) => passageId === hit.passageId)
    const own = tags.filter(({ passageId }) => passageId === hit.passageId)
    return row ? [{ ...row, ...shownHit(hit, show, 'staff'), themes: own }] : []
  })
}

/** A hit as staff see it. */
export type StaffHit = Awaited<ReturnType<typeof hydrate>>[number]
