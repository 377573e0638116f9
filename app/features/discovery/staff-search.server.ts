import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import {
  inputs,
  inputVersions,
  passages,
  questions,
  rounds,
  strategies,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { searchEngine } from '#search/engine.server.ts'
import { fragmentOf } from '#search/highlight.ts'
import { facetNames, type SearchHit, staffScope } from '#search/port.ts'
import { parseQuery } from '#search/query.ts'
import type { Filters } from './filters.ts'
import { facetViews } from './labels.server.ts'

const hitsPerPage = 20

/** Waits shorter than this are over before anyone could have noticed. */
const noticeableWaitMs = 10_000

/**
 * Searches the full text of the strategies somebody works on, or of one round of theirs.
 * Gives a refusal when the words cannot be searched for.
 */
export async function searchAsStaff(actor: Actor, filters: Filters, roundId: string | null) {
  const mine = strategiesOf(actor)
  const scope = staffScope(mine)
  const parsed = parseQuery(filters.text)
  if ('refusal' in parsed) return { refusal: parsed.refusal }
  if (!scope) return { refusal: 'nothing-to-search-for' as const }
  const { db } = database()
  const found = await searchEngine(db).search(
    {
      unit: 'passage',
      query: parsed.query,
      filter: { selected: filters.selected, ...(roundId && { roundIds: [roundId] }) },
      facets: facetNames,
      page: { number: filters.page, size: hitsPerPage },
    },
    scope,
  )
  const named = await themeNames(mine, actor.locale)
  const [hits, facets] = await Promise.all([
    hydrate(found.hits, mine),
    facetViews(found.facets, filters.selected, actor.locale, named),
  ])
  const late = found.freshness.waiting > 0 && found.freshness.oldestWaitingMs > noticeableWaitMs
  return {
    ...{ hits, facets, total: found.total, pageCount: Math.ceil(found.total / hitsPerPage) },
    waiting: late ? found.freshness.waiting : 0,
    notices: found.notices,
  }
}

/** The rounds somebody can search in. */
export function listSearchableRounds(actor: Actor) {
  return database()
    .db.select({ id: rounds.id, number: rounds.number, strategy: strategies.title })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(inArray(rounds.strategyId, strategiesOf(actor)))
    .orderBy(asc(rounds.strategyId), asc(rounds.number))
    .limit(50)
}

async function themeNames(strategyIds: readonly string[], locale: Actor['locale']) {
  const rows = await database()
    .db.select({ id: themes.id, code: themes.code, title: themes.title })
    .from(themes)
    .where(inArray(themes.strategyId, [...strategyIds]))
    .limit(1_000)
  return new Map(rows.map(({ id, code, title }) => [id, `${code} ${pick(title, locale).text}`]))
}

// The index may be a second behind: names and themes are read as they are now, and what is gone is left out.
async function hydrate(hits: readonly SearchHit[], strategyIds: readonly string[]) {
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
        question: { title: questions.title, position: questions.position },
        round: rounds.number,
      })
      .from(passages)
      .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
      .innerJoin(inputs, eq(inputs.id, passages.inputId))
      .innerJoin(questions, eq(questions.id, passages.questionId))
      .innerJoin(rounds, eq(rounds.id, passages.roundId))
      .where(and(inArray(passages.id, ids), inArray(passages.strategyId, [...strategyIds]))),
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
  return hits.flatMap(({ passageId, body, spans }) => {
    const row = rows.find((candidate) => candidate.passageId === passageId)
    const own = tags.filter((tag) => tag.passageId === passageId)
    return row ? [{ ...row, fragment: fragmentOf(body, spans, 320), themes: own }] : []
  })
}

/** A hit as staff see it. */
export type StaffHit = Awaited<ReturnType<typeof hydrate>>[number]
