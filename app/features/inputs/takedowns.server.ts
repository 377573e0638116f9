import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { inputs, inputVersions, people, rounds, strategies, takedownRequests } from '#db/schema/index.ts'
import { takedownsPerPage } from './takedown.ts'

/** Whose input a request is about, for staff: the name on its latest version. */
const senderName = sql<string>`(select ${inputVersions.senderName} from ${inputVersions}
  where ${inputVersions.inputId} = ${takedownRequests.inputId} order by ${inputVersions.number} desc limit 1)`

const row = {
  ...{ id: takedownRequests.id, inputId: takedownRequests.inputId, createdAt: takedownRequests.createdAt },
  ...{ decidedAt: takedownRequests.decidedAt, decision: takedownRequests.decision },
  ...{ decidedBy: people.name, senderName: senderName.as('takedown_sender') },
  wantsAnswer: sql<boolean>`${takedownRequests.email} is not null`,
}

/**
 * One page of a strategy's requests, the open ones oldest first, the decided ones newest first, and how many there are
 * of each. The words are not among it: a list lies open on a desk.
 */
export async function listTakedowns(
  actor: Actor,
  strategyId: string,
  { decided, page }: { decided: boolean; page: number },
) {
  const refusal = decisionRefusal(actor, strategyId)
  if (refusal) return refuse(refusal)
  const { db } = database()
  const state = decided ? isNotNull(takedownRequests.decidedAt) : isNull(takedownRequests.decidedAt)
  const order = decided ? desc(takedownRequests.decidedAt) : asc(takedownRequests.createdAt)
  const [rows, [sums], [strategy]] = await Promise.all([
    db
      .select(row)
      .from(takedownRequests)
      .leftJoin(people, eq(people.id, takedownRequests.decidedBy))
      .where(and(eq(takedownRequests.strategyId, strategyId), state))
      .orderBy(order, asc(takedownRequests.id))
      .limit(takedownsPerPage)
      .offset((page - 1) * takedownsPerPage),
    db
      .select({ all: count(), decided: count(takedownRequests.decidedAt) })
      .from(takedownRequests)
      .where(eq(takedownRequests.strategyId, strategyId)),
    db.select({ title: strategies.title }).from(strategies).where(eq(strategies.id, strategyId)),
  ])
  if (!strategy) return refuse('not-found')
  const { all = 0, decided: done = 0 } = sums ?? {}
  return { rows, strategy, counts: { open: all - done, decided: done } }
}

export type ListedTakedown = Exclude<
  Awaited<ReturnType<typeof listTakedowns>>,
  { refusal: string }
>['rows'][number]

/** A request with all it says, for those who decide. Others cannot tell that it is there. */
export async function findTakedown(actor: Actor, takedownId: string) {
  const [found] = await database()
    .db.select({
      ...row,
      ...{ words: takedownRequests.words, reason: takedownRequests.reason, email: takedownRequests.email },
      ...{ lang: takedownRequests.lang, answer: takedownRequests.answer },
      strategyId: takedownRequests.strategyId,
      round: { id: rounds.id, number: rounds.number, slug: rounds.slug },
      strategySlug: strategies.slug,
    })
    .from(takedownRequests)
    .innerJoin(inputs, eq(inputs.id, takedownRequests.inputId))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .innerJoin(strategies, eq(strategies.id, takedownRequests.strategyId))
    .leftJoin(people, eq(people.id, takedownRequests.decidedBy))
    .where(eq(takedownRequests.id, takedownId))
  if (!found) return refuse('not-found')
  const refusal = decisionRefusal(actor, found.strategyId)
  return refusal ? refuse(refusal) : found
}

/** What the letters about a request need to say; null when it is gone. */
export async function findTakedownLetter(takedownId: string) {
  const [found] = await database()
    .db.select({
      ...{ id: takedownRequests.id, inputId: takedownRequests.inputId, lang: takedownRequests.lang },
      ...{ email: takedownRequests.email, answer: takedownRequests.answer },
      decision: takedownRequests.decision,
      ...{ contactEmail: strategies.contactEmail, strategySlug: strategies.slug, roundSlug: rounds.slug },
    })
    .from(takedownRequests)
    .innerJoin(inputs, eq(inputs.id, takedownRequests.inputId))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .innerJoin(strategies, eq(strategies.id, takedownRequests.strategyId))
    .where(eq(takedownRequests.id, takedownId))
  return found ?? null
}
