import { and, desc, eq, inArray, isNotNull, isNull, not, type SQL, sql } from 'drizzle-orm'
import { listedSender } from '#app/features/inputs/listing-age.server.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { saidToId } from '#app/features/inputs/said-to.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { findRound } from '#app/features/strategies/queries.server.ts'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import {
  inputPublications,
  inputs,
  inputVersions,
  passages,
  rounds,
  searchOutbox,
  strategies,
} from '#db/schema/index.ts'
import { type FacetName, publicScope, type SearchHit } from '#search/port.ts'
import { ask } from './asking.server.ts'
import { shownHit } from './concordance.ts'
import type { Filters } from './filters.ts'
import { facetViews } from './labels.server.ts'

// Not themes: nothing says that a tagging has been published, so no public document carries any.
const facets: FacetName[] = ['organisationKind', 'county', 'question', 'language']

/** Within one round only, when the address names it. */
export type SearchPlace = { strategy: string; round: string } | null

/** Searches what has been published. Gives a refusal when the words cannot be searched for. */
export async function searchPublished(filters: Filters, place: SearchPlace, locale: Locale) {
  const round = place && (await findRound(place.strategy, place.round))
  const roundIds = place ? (round ? [round.id] : []) : undefined
  const asked = await ask(filters, publicScope(), { facets, roundIds })
  if ('refusal' in asked) return { refusal: asked.refusal }
  const { found, told, pageCount } = asked
  const [places, views, waiting, within] = await Promise.all([
    placesOf(found.hits),
    facetViews(found.facets, filters.selected, locale, found.total),
    asked.waiting > 0 ? countWaitingInputs() : 0,
    filters.input ? findPublishedSender(filters.input, new Date()) : null,
  ])
  return {
    ...{ total: found.total, pageCount, facets: views, waiting, told, within },
    round: round && { number: round.number, strategy: round.strategy },
    hits: found.hits.flatMap((hit) => {
      const place = places.get(hit.passageId)
      return place ? [{ key: hit.docKey, ...place, ...shownHit(hit, filters.show, 'public') }] : []
    }),
  }
}

export type PublicSearch = Exclude<Awaited<ReturnType<typeof searchPublished>>, { refusal: string }>

/** Where each hit stands and who wrote it. What was withdrawn or withheld a moment ago has no place and falls out. */
async function placesOf(hits: readonly SearchHit[]) {
  if (hits.length === 0) return new Map<string, never>()
  const rows = await database()
    .db.select({
      passageId: passages.id,
      input: inputs.id,
      version: inputVersions.number,
      senderName: listedSender,
      senderKind: inputVersions.senderKind,
      lang: passages.lang,
      said: saidTo(passages.answerId),
      round: { slug: rounds.slug, number: rounds.number },
      strategy: strategies.slug,
    })
    .from(passages)
    .innerJoin(inputs, and(eq(inputs.id, passages.inputId), isNull(inputs.withdrawnAt)))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(inputPublications, eq(inputPublications.versionId, passages.versionId))
    .innerJoin(rounds, eq(rounds.id, passages.roundId))
    .innerJoin(strategies, eq(strategies.id, passages.strategyId))
    .where(
      and(
        inArray(
          passages.id,
          hits.map(({ passageId }) => passageId),
        ),
        isNull(passages.supersededAt),
        not(isWithheld(passages.versionId)),
      ),
    )
  return new Map(
    rows.map(({ passageId, input, version, strategy, ...shown }) => [
      passageId,
      {
        ...shown,
        inputId: input,
        path: `${inputPath(strategy, shown.round.slug, input)}#${saidToId(shown.said, version)}`,
      },
    ]),
  )
}

/** Who sent a published input that a search is narrowed to; null when there is none, or it must not be seen yet. */
async function findPublishedSender(inputId: string, now: Date) {
  const [row] = await database()
    .db.select({ name: listedSender, kind: inputVersions.senderKind, round: roundColumns })
    .from(inputs)
    .innerJoin(rounds, and(eq(rounds.id, inputs.roundId), isNotNull(rounds.publishedAt)))
    .innerJoin(strategies, and(eq(strategies.id, inputs.strategyId), isNotNull(strategies.publishedAt)))
    .innerJoin(inputVersions, eq(inputVersions.inputId, inputs.id))
    .innerJoin(inputPublications, eq(inputPublications.versionId, inputVersions.id))
    .where(
      and(
        eq(inputs.id, inputId),
        isNull(inputs.withdrawnAt),
        not(isWithheld(inputVersions.id)),
        not(isTakenBack(inputVersions.id)),
      ),
    )
    .orderBy(desc(inputVersions.number))
    .limit(1)
  if (!row || !publishedInputsShown(row.round, now)) return null
  return { name: row.name, kind: row.kind }
}

const roundColumns = {
  ...{ opensAt: rounds.opensAt, deadlineAt: rounds.deadlineAt, acceptsLateUntil: rounds.acceptsLateUntil },
  ...{ closedAt: rounds.closedAt, inputsShown: sql<InputsShown>`${rounds.inputsShown}` },
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
    .where(
      and(
        isNull(inputs.withdrawnAt),
        isNull(passages.supersededAt),
        not(isWithheld(passages.versionId)),
        not(isTakenBack(passages.versionId)),
        sql`${searchOutbox.nextAttemptAt} <= now() + interval '1 minute'`,
      ),
    )
  return row?.inputs ?? 0
}
