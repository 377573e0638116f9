import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { publicSender } from '#app/features/inputs/published.server.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { findRound } from '#app/features/strategies/queries.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import {
  inputPublications,
  inputs,
  inputVersions,
  passages,
  questions,
  rounds,
  searchOutbox,
  strategies,
} from '#db/schema/index.ts'
import { searchEngine } from '#search/engine.server.ts'
import { fragmentOf } from '#search/highlight.ts'
import { type FacetName, publicScope, type SearchHit } from '#search/port.ts'
import { parseQuery } from '#search/query.ts'
import type { Filters } from './filters.ts'
import { facetViews } from './labels.server.ts'

const hitsPerPage = 20

// Not themes: nothing says that a tagging has been published, so no public document carries any.
const facets: FacetName[] = ['organisationKind', 'county', 'question', 'language']

/** Waits shorter than this are over before anyone could have noticed. */
const noticeableWaitMs = 10_000

/** Within one round only, when the address names it. */
export type SearchPlace = { strategy: string; round: string } | null

/** Searches what has been published. Gives a refusal when the words cannot be searched for. */
export async function searchPublished(filters: Filters, place: SearchPlace, locale: Locale) {
  const parsed = parseQuery(filters.text)
  if ('refusal' in parsed) return { refusal: parsed.refusal }
  const round = place && (await findRound(place.strategy, place.round))
  const { db } = database()
  const found = await searchEngine(db).search(
    {
      unit: 'passage',
      query: parsed.query,
      filter: { selected: filters.selected, roundIds: place ? (round ? [round.id] : []) : undefined },
      facets,
      page: { number: filters.page, size: hitsPerPage },
    },
    publicScope(),
  )
  const late = found.freshness.waiting > 0 && found.freshness.oldestWaitingMs > noticeableWaitMs
  const [places, views, waiting] = await Promise.all([
    placesOf(found.hits),
    facetViews(found.facets, filters.selected, locale),
    late ? countWaitingInputs() : 0,
  ])
  return {
    total: found.total,
    pageCount: Math.ceil(found.total / hitsPerPage),
    facets: views,
    waiting,
    tooDeep: found.notices.includes('PAGE_TOO_DEEP'),
    round: round && { number: round.number, strategy: round.strategy },
    hits: found.hits.flatMap((hit) => {
      const place = places.get(hit.passageId)
      return place ? [{ key: hit.docKey, ...place, fragment: fragmentOf(hit.body, hit.spans) }] : []
    }),
  }
}

export type PublicSearch = Exclude<Awaited<ReturnType<typeof searchPublished>>, { refusal: string }>

/** Where each hit stands and who wrote it. What was withdrawn a moment ago has no place and falls out. */
async function placesOf(hits: readonly SearchHit[]) {
  if (hits.length === 0) return new Map<string, never>()
  const rows = await database()
    .db.select({
      passageId: passages.id,
      input: inputs.id,
      version: inputVersions.number,
      senderName: publicSender,
      senderKind: inputVersions.senderKind,
      lang: passages.lang,
      question: { position: questions.position, title: questions.title },
      round: { slug: rounds.slug, number: rounds.number },
      strategy: strategies.slug,
    })
    .from(passages)
    .innerJoin(inputs, and(eq(inputs.id, passages.inputId), isNull(inputs.withdrawnAt)))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(inputPublications, eq(inputPublications.versionId, passages.versionId))
    .innerJoin(questions, eq(questions.id, passages.questionId))
    .innerJoin(rounds, eq(rounds.id, passages.roundId))
    .innerJoin(strategies, eq(strategies.id, passages.strategyId))
    .where(
      inArray(
        passages.id,
        hits.map(({ passageId }) => passageId),
      ),
    )
  return new Map(
    rows.map(({ passageId, input, version, strategy, ...shown }) => [
      passageId,
      {
        ...shown,
        path: `${inputPath(strategy, shown.round.slug, input)}#svar-${version}-${shown.question.position}`,
      },
    ]),
  )
}

/** How many published inputs have text that the public index does not hold yet. */
async function countWaitingInputs(): Promise<number> {
  const key: SQL = sql`'public/' || ${passages.id}`
  const [row] = await database()
    .db.select({ inputs: sql`count(distinct ${passages.inputId})`.mapWith(Number) })
    .from(searchOutbox)
    .innerJoin(passages, sql`${searchOutbox.docKey} = ${key}`)
    .innerJoin(inputPublications, eq(inputPublications.versionId, passages.versionId))
    .innerJoin(inputs, eq(inputs.id, passages.inputId))
    .where(and(isNull(inputs.withdrawnAt), sql`${searchOutbox.nextAttemptAt} <= now() + interval '1 minute'`))
  return row?.inputs ?? 0
}
