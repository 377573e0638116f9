import { and, asc, eq } from 'drizzle-orm'
import type { LetterBox } from '#app/features/inputs/registration.server.ts'
import { database } from '#app/platform/database.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { questions, rounds, strategies } from '#db/schema/index.ts'

/** The round that is meant, by its slug and, where several strategies use that, its strategy's. */
export async function findRound(
  slug: string,
  strategy?: string,
): Promise<LetterBox | Refused<'no-such-round' | 'several-rounds' | 'no-general-question'>> {
  const [round, other] = await database()
    .db.select({ strategyId: rounds.strategyId, roundId: rounds.id, deadlineAt: rounds.deadlineAt })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(and(eq(rounds.slug, slug), strategy === undefined ? undefined : eq(strategies.slug, strategy)))
    .limit(2)
  if (!round) return refuse('no-such-round')
  if (other) return refuse('several-rounds')
  const [general] = await database()
    .db.select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.roundId, round.roundId), eq(questions.kind, 'general')))
    .orderBy(asc(questions.position))
    .limit(1)
  return general ? { ...round, generalQuestionId: general.id } : refuse('no-general-question')
}

/** Rounds there are, as they are named on the command line: for who did not find the one that was meant. */
export async function listRounds(): Promise<string[]> {
  const rows = await database()
    .db.select({ round: rounds.slug, strategy: strategies.slug })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .orderBy(asc(strategies.slug), asc(rounds.number))
    .limit(20)
  return rows.map(({ round, strategy }) => `--round ${round} --strategy ${strategy}`)
}
