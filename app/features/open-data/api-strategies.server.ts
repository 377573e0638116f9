import { and, asc, count, desc, eq, isNotNull, or, type SQL } from 'drizzle-orm'
import { numberRefusal, registerKey } from '#app/features/strategies/register.ts'
import { database } from '#app/platform/database.server.ts'
import { rounds, strategies } from '#db/schema/index.ts'

/** Strategies and rounds of one page of the API. */
export const strategiesPerPage = 50
export const roundsPerPage = 50

/**
 * One page of the published strategies, the first published last; with a number only those that bear it as project or case
 * number, whatever signs it is written with (nordic-practice S1-R).
 */
export async function listApiStrategies(number: string | null, page: number) {
  const { db } = database()
  const which = and(isNotNull(strategies.publishedAt), number === null ? undefined : bears(number))
  if (number !== null && numberRefusal(number)) return { strategies: [], total: 0 }
  const [found, [sum]] = await Promise.all([
    db
      .select({
        ...{ id: strategies.id, slug: strategies.slug, kind: strategies.kind, title: strategies.title },
        ...{ projectNumber: strategies.projectNumber, caseNumber: strategies.caseNumber },
        ...{ status: strategies.status, summary: strategies.summary, publishedAt: strategies.publishedAt },
      })
      .from(strategies)
      .where(which)
      .orderBy(desc(strategies.publishedAt), asc(strategies.id))
      .limit(strategiesPerPage)
      .offset((page - 1) * strategiesPerPage),
    db.select({ total: count() }).from(strategies).where(which),
  ])
  return { strategies: found, total: sum?.total ?? 0 }
}

export type ApiStrategyRow = Awaited<ReturnType<typeof listApiStrategies>>['strategies'][number]

function bears(number: string): SQL | undefined {
  const key = registerKey(number)
  return or(eq(strategies.projectKey, key), eq(strategies.caseKey, key))
}

/** One page of a strategy's published rounds, the latest first. */
export async function listApiRounds(strategyId: string, page: number) {
  const { db } = database()
  const which = and(eq(rounds.strategyId, strategyId), isNotNull(rounds.publishedAt))
  const [found, [sum]] = await Promise.all([
    db
      .select({
        ...{ slug: rounds.slug, number: rounds.number, title: rounds.title, legalForm: rounds.legalForm },
        ...{ opensAt: rounds.opensAt, deadlineAt: rounds.deadlineAt, closedAt: rounds.closedAt },
        acceptsLateUntil: rounds.acceptsLateUntil,
      })
      .from(rounds)
      .where(which)
      .orderBy(desc(rounds.number), asc(rounds.id))
      .limit(roundsPerPage)
      .offset((page - 1) * roundsPerPage),
    db.select({ total: count() }).from(rounds).where(which),
  ])
  return { rounds: found, total: sum?.total ?? 0 }
}

export type ApiRoundRow = Awaited<ReturnType<typeof listApiRounds>>['rounds'][number]
