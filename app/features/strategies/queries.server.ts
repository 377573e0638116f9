import { and, asc, desc, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { keptInPool } from '#app/platform/prepared.server.ts'
import { phases, rounds, strategies } from '#db/schema/index.ts'
import { phaseStates } from './phase.ts'
import { findPublishedRegister } from './published-register.server.ts'
import type { InputsShown } from './round.ts'

/** What every page under a strategy says of it. */
const strategyHead = { slug: strategies.slug, title: strategies.title, contactEmail: strategies.contactEmail }

/** What public pages show of a round, and what decides where it stands. */
const roundColumns = {
  id: rounds.id,
  strategyId: rounds.strategyId,
  slug: rounds.slug,
  number: rounds.number,
  title: rounds.title,
  intro: rounds.intro,
  legalForm: rounds.legalForm,
  opensAt: rounds.opensAt,
  deadlineAt: rounds.deadlineAt,
  acceptsLateUntil: rounds.acceptsLateUntil,
  closedAt: rounds.closedAt,
  inputsShown: sql<InputsShown>`${rounds.inputsShown}`,
  naming: rounds.naming,
  shortNoticeReason: rounds.shortNoticeReason,
  contact: rounds.contact,
}

const published = and(isNotNull(strategies.publishedAt), isNotNull(rounds.publishedAt))

/** The published strategies, newest first. */
export function listStrategies() {
  return database()
    .db.select({
      ...strategyHead,
      ...{ summary: strategies.summary, kind: strategies.kind, status: strategies.status },
    })
    .from(strategies)
    .where(isNotNull(strategies.publishedAt))
    .orderBy(desc(strategies.publishedAt), strategies.id)
    .limit(100)
}

/** The published rounds that take input now, the nearest deadline first. */
export function listOpenRounds(now: Date) {
  const until = sql`greatest(${rounds.deadlineAt}, ${rounds.acceptsLateUntil})`
  return database()
    .db.select({ ...roundColumns, strategy: strategyHead })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(
      and(
        published,
        lte(rounds.opensAt, now),
        gte(until, now.toISOString()),
        or(isNull(rounds.closedAt), gte(rounds.closedAt, now)),
      ),
    )
    .orderBy(asc(rounds.deadlineAt), rounds.id)
    .limit(20)
}

/** A published strategy with its register page, its phases and its published rounds; null when there is none. */
export async function findStrategy(slug: string) {
  const { db } = database()
  const [strategy] = await db
    .select({
      ...strategyHead,
      id: strategies.id,
      summary: strategies.summary,
      scope: strategies.scope,
      kind: strategies.kind,
      status: strategies.status,
      projectNumber: strategies.projectNumber,
      caseNumber: strategies.caseNumber,
      mandateFrom: strategies.mandateFrom,
      mandateTo: strategies.mandateTo,
      appointedOn: strategies.appointedOn,
      goals: strategies.goals,
      goalsOn: strategies.goalsOn,
      results: strategies.results,
      resultsOn: strategies.resultsOn,
      parentId: strategies.parentId,
      legalRegime: strategies.legalRegime,
    })
    .from(strategies)
    .where(and(eq(strategies.slug, slug), isNotNull(strategies.publishedAt)))
  if (!strategy) return null
  const [register, steps, held] = await Promise.all([
    findPublishedRegister(strategy),
    db
      .select({
        id: phases.id,
        title: phases.title,
        startsOn: phases.startsOn,
        endsOn: phases.endsOn,
        purpose: phases.purpose,
        openedAt: phases.openedAt,
        outcome: phases.outcome,
        outcomeAt: phases.outcomeAt,
      })
      .from(phases)
      .where(eq(phases.strategyId, strategy.id))
      .orderBy(asc(phases.position))
      .limit(40),
    db
      .select({ ...roundColumns, phaseId: rounds.phaseId })
      .from(rounds)
      .where(and(eq(rounds.strategyId, strategy.id), isNotNull(rounds.publishedAt)))
      .orderBy(desc(rounds.number))
      .limit(50),
  ])
  const states = phaseStates(steps)
  const { parentId: _, ...shown } = strategy
  return {
    ...{ ...shown, ...register, rounds: held },
    phases: steps.map((phase, at) => ({ ...phase, state: states[at] ?? ('later' as const) })),
  }
}

/** A published round with its strategy's head; null when either is missing or not published. */
export async function findRound(strategy: string, round: string) {
  const [found] = await roundByAddress().execute({ strategy, round })
  return found ?? null
}

// Every page under a round asks this first.
const roundByAddress = keptInPool((db) =>
  db
    .select({ ...roundColumns, strategy: strategyHead })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(
      and(
        eq(strategies.slug, sql.placeholder('strategy')),
        eq(rounds.slug, sql.placeholder('round')),
        published,
      ),
    )
    .prepare('round_by_address'),
)

export type PublicStrategy = NonNullable<Awaited<ReturnType<typeof findStrategy>>>
