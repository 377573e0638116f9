import { asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import {
  documentVersions,
  findings,
  inputPublications,
  organisations,
  organisers,
  registerRevisions,
  roundRevisions,
  rounds,
  strategies,
} from '#db/schema/index.ts'

const mostStrategies = 2_000
const mostRounds = 20_000

/** What the catalogue tells of: every public strategy, with who is behind it and which rounds' inputs there is a file of. Three queries. */
export async function listCatalogued(now: Date) {
  const { db } = database()
  const latest = (what: typeof findings | typeof documentVersions | typeof inputPublications) =>
    sql`(select max(x.published_at) from ${what} x where x.strategy_id = strategies.id)`
  const revised = (what: typeof registerRevisions | typeof roundRevisions) =>
    sql`(select max(x.at) from ${what} x where x.strategy_id = strategies.id and x.at >= strategies.published_at)`
  const found = await db
    .select({
      ...{ id: strategies.id, slug: strategies.slug, title: strategies.title, summary: strategies.summary },
      ...{ projectNumber: strategies.projectNumber, caseNumber: strategies.caseNumber },
      ...{ mandateFrom: strategies.mandateFrom, mandateTo: strategies.mandateTo },
      contactEmail: strategies.contactEmail,
      publishedAt: sql<Date>`${strategies.publishedAt}`.mapWith(strategies.publishedAt),
      changedAt: sql<Date>`greatest(strategies.published_at, ${latest(findings)}, ${latest(documentVersions)},
        ${latest(inputPublications)}, ${revised(registerRevisions)}, ${revised(roundRevisions)})`.mapWith(
        strategies.publishedAt,
      ),
    })
    .from(strategies)
    .where(isNotNull(strategies.publishedAt))
    .orderBy(asc(strategies.publishedAt), asc(strategies.id))
    .limit(mostStrategies)
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const [behind, held] = await Promise.all([
    db
      .select({
        ...{ strategyId: organisers.strategyId, id: organisations.id, name: organisations.name },
        number: organisations.organisationNumber,
      })
      .from(organisers)
      .innerJoin(organisations, eq(organisations.id, organisers.organisationId))
      .where(inArray(organisers.strategyId, ids))
      .orderBy(asc(organisers.position))
      .limit(mostStrategies * 10),
    db
      .select({
        ...{ strategyId: rounds.strategyId, id: rounds.id, slug: rounds.slug, number: rounds.number },
        ...{ opensAt: rounds.opensAt, deadlineAt: rounds.deadlineAt, closedAt: rounds.closedAt },
        acceptsLateUntil: rounds.acceptsLateUntil,
        inputsShown: sql<InputsShown>`${rounds.inputsShown}`,
      })
      .from(rounds)
      .where(sql`${inArray(rounds.strategyId, ids)} and ${rounds.publishedAt} is not null`)
      .orderBy(asc(rounds.number))
      .limit(mostRounds),
  ])
  return found.map((strategy) => ({
    ...strategy,
    organisers: behind.filter(({ strategyId }) => strategyId === strategy.id),
    rounds: held
      .filter(({ strategyId }) => strategyId === strategy.id)
      .filter((round) => publishedInputsShown(round, now)),
  }))
}

export type Catalogued = Awaited<ReturnType<typeof listCatalogued>>[number]
