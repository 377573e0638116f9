import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { standingThemeId } from '#app/features/analysis/theme-line.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { mayDecide, strategiesOf } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import { inputs, inputVersions, passages, rounds, taggings, themes } from '#db/schema/index.ts'
import { facetNames, type SearchHit, staffScope } from '#search/port.ts'
import { ask } from './asking.server.ts'
import { shownHit } from './concordance.ts'
import type { Filters, View } from './filters.ts'
import { facetViews } from './labels.server.ts'
import { namesFor } from './staff-names.server.ts'

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
  const shown = hits.map((hit) => ({ ...hit, mayCite: mayDecide(actor, hit.strategyId) }))
  return { hits: shown, facets, within, total: found.total, pageCount, waiting, told }
}

/** The first hits of a search among these strategies, and how many there are. */
export async function firstHits(filters: Filters, strategyIds: readonly string[], most: number) {
  const scope = staffScope(strategyIds)
  if (!scope) return { refusal: 'nothing-to-search-for' as const }
  const asked = await ask({ ...filters, show: 'passages', page: 1 }, scope, { facets: [] })
  if ('refusal' in asked) return { refusal: asked.refusal }
  const { found, told, waiting } = asked
  const hits = await hydrate(found.hits.slice(0, most), strategyIds, 'passages')
  return { hits, total: found.total, told, waiting }
}

/** What a search as staff found. */
export type StaffSearch = Exclude<Awaited<ReturnType<typeof searchAsStaff>>, { refusal: string }>

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
        ...{ round: rounds.number, roundId: rounds.id, strategyId: rounds.strategyId },
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
      .selectDistinct({
        position: themes.position,
        ...{ passageId: taggings.passageId, id: themes.id, title: themes.title },
        ...{ code: themes.code, colour: themes.colour },
      })
      .from(taggings)
      .innerJoin(themes, eq(themes.id, standingThemeId(sql`${taggings.themeId}`)))
      .where(and(inArray(taggings.passageId, ids), isNull(taggings.removedAt)))
      .orderBy(asc(themes.position)),
  ])
  return hits.flatMap((hit) => {
    const row = rows.find(({ passageId }) => passageId === hit.passageId)
    const own = tags.filter(({ passageId }) => passageId === hit.passageId)
    return row ? [{ ...row, ...shownHit(hit, show, 'staff'), themes: own }] : []
  })
}

/** A hit as staff see it; `mayCite` where it can be taken along to a finding. */
export type StaffHit = Awaited<ReturnType<typeof hydrate>>[number] & { mayCite?: boolean }
