import { and, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { sentBy } from '#app/features/inputs/queries.server.ts'
import type { SenderIds } from '#app/features/organisations/sender.ts'
import { database } from '#app/platform/database.server.ts'
import { findings, inputs, inputVersions, rounds, strategies } from '#db/schema/index.ts'

// What was sent and not withdrawn, in a round that something published was heard in: there is something to tell of it.
const hasOutcome = and(
  ...[isNull(inputs.withdrawnAt), isNotNull(rounds.publishedAt), isNotNull(strategies.publishedAt)],
  sql`exists (select from ${inputVersions} v where v.input_id = ${inputs.id})`,
  sql`exists (select from ${findings} f where f.round_id = ${inputs.roundId} and f.published_at is not null)`,
)

const withOutcome = () =>
  database()
    .db.select({ inputId: inputs.id, number: rounds.number })
    .from(inputs)
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .$dynamic()

/** Which of a sender's own inputs have a page of what became of them with something on it. */
export async function listOutcomes(inputIds: readonly string[]): Promise<Set<string>> {
  if (inputIds.length === 0) return new Set()
  const rows = await withOutcome()
    .where(and(inArray(inputs.id, [...inputIds]), hasOutcome))
    .limit(inputIds.length)
  return new Set(rows.map(({ inputId }) => inputId))
}

/** What a sender said in the round before another one of the same strategy that something was heard in; null when nothing. */
export async function findEarlierOutcome(
  sender: SenderIds,
  round: { strategySlug: string; number: number },
): Promise<{ inputId: string; number: number } | null> {
  const earlier = and(eq(strategies.slug, round.strategySlug), lt(rounds.number, round.number))
  const [row] = await withOutcome()
    .where(and(sentBy(sender), earlier, hasOutcome))
    .orderBy(desc(rounds.number))
    .limit(1)
  return row ?? null
}
