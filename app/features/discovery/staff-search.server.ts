import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import {
  counties,
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
import {
  type FacetName,
  type FacetSelection,
  facetNames,
  maxPageSize,
  type SearchResponse,
  staffScope,
} from '#search/port.ts'
import { parseQuery } from '#search/query.ts'

export type { FacetName } from '#search/port.ts'

/** What staff ask for: words, rounds and chosen facet values; nothing chosen does not narrow. */
export type StaffSearch = {
  text: string
  roundIds: readonly string[]
  selected: FacetSelection
  page: number
  size: number
}

/** What a form's address asks for. Each facet is a field of its own name, as often as it has values. */
export function staffSearchOf(params: URLSearchParams, page: number, size = 20): StaffSearch {
  const chosen = facetNames.flatMap((name) => {
    const values = params.getAll(name).filter(Boolean).slice(0, 100)
    return values.length > 0 ? [[name, values] as const] : []
  })
  return {
    text: params.get('q') ?? '',
    roundIds: params.getAll('round').filter(Boolean).slice(0, 100),
    selected: Object.fromEntries(chosen),
    page,
    size: Math.min(size, maxPageSize),
  }
}

/**
 * Searches the full text of the strategies somebody works on, with the names of everything found.
 * A query that means nothing is refused with its reason; the rounds to choose from are there all the same.
 */
export async function searchAsStaff(actor: Actor, ask: StaffSearch) {
  const mine = strategiesOf(actor)
  const scope = staffScope(mine)
  const choices = await listChoices(mine)
  const parsed = parseQuery(ask.text)
  if (!scope || 'refusal' in parsed)
    return { choices, refusal: 'refusal' in parsed ? parsed.refusal : null, found: null }
  const { db } = database()
  const answer = await searchEngine(db).search(
    {
      unit: 'passage',
      query: parsed.query,
      filter: { selected: ask.selected, ...(ask.roundIds.length > 0 && { roundIds: ask.roundIds }) },
      facets: facetNames,
      page: { number: ask.page, size: ask.size },
    },
    scope,
  )
  return { choices, refusal: null, found: { ...answer, hits: await hydrate(answer, mine) } }
}

/** Everything the filters need names for. */
async function listChoices(strategyIds: readonly string[]) {
  const mine = [...strategyIds]
  if (mine.length === 0) return { rounds: [], questions: [], themes: [], counties: [] }
  const { db } = database()
  const [roundList, questionList, themeList, countyList] = await Promise.all([
    db
      .select({ id: rounds.id, title: rounds.title, strategyTitle: strategies.title })
      .from(rounds)
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .where(inArray(rounds.strategyId, mine))
      .orderBy(asc(rounds.strategyId), asc(rounds.number))
      .limit(200),
    db
      .select({ id: questions.id, title: questions.title, roundId: questions.roundId })
      .from(questions)
      .where(inArray(questions.strategyId, mine))
      .orderBy(asc(questions.roundId), asc(questions.position))
      .limit(1_000),
    db
      .select({ id: themes.id, code: themes.code, colour: themes.colour, title: themes.title })
      .from(themes)
      .where(inArray(themes.strategyId, mine))
      .orderBy(asc(themes.position))
      .limit(1_000),
    db
      .select({ id: counties.number, name: counties.name })
      .from(counties)
      .orderBy(asc(counties.name))
      .limit(100),
  ])
  return { rounds: roundList, questions: questionList, themes: themeList, counties: countyList }
}

// The index may be a second behind: names and themes are read as they are now, and what is gone is left out.
async function hydrate({ hits }: SearchResponse, strategyIds: readonly string[]) {
  const ids = hits.map(({ passageId }) => passageId)
  if (ids.length === 0) return []
  const { db } = database()
  const [rows, tags] = await Promise.all([
    db
      .select({
        ...{ passageId: passages.id, inputId: passages.inputId, lang: passages.lang },
        ...{ versionNumber: inputVersions.number, kind: inputVersions.kind, lateAt: inputVersions.lateAt },
        ...{ senderName: inputVersions.senderName, withdrawnAt: inputs.withdrawnAt },
        ...{ questionTitle: questions.title, questionPosition: questions.position },
        roundTitle: rounds.title,
      })
      .from(passages)
      .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
      .innerJoin(inputs, eq(inputs.id, passages.inputId))
      .innerJoin(questions, eq(questions.id, passages.questionId))
      .innerJoin(rounds, eq(rounds.id, passages.roundId))
      .where(and(inArray(passages.id, ids), inArray(passages.strategyId, [...strategyIds]))),
    db
      .select({
        passageId: taggings.passageId,
        id: themes.id,
        code: themes.code,
        colour: themes.colour,
        title: themes.title,
      })
      .from(taggings)
      .innerJoin(themes, eq(themes.id, taggings.themeId))
      .where(and(inArray(taggings.passageId, ids), isNull(taggings.removedAt)))
      .orderBy(asc(themes.position)),
  ])
  return hits.flatMap(({ passageId, body, spans }) => {
    const row = rows.find((candidate) => candidate.passageId === passageId)
    if (!row) return []
    const own = tags.filter((tag) => tag.passageId === passageId)
    return { ...row, body, fragment: fragmentOf(body, spans, 320), themes: own }
  })
}

/** A hit as staff see it. */
export type StaffHit = Awaited<ReturnType<typeof hydrate>>[number]

/** Names of a facet's values. */
export type SearchChoices = Awaited<ReturnType<typeof listChoices>>
export type FacetCounts = { readonly [name in FacetName]?: readonly { value: string; count: number }[] }
