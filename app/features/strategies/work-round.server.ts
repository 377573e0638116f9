import { eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { rounds, strategies } from '#db/schema/index.ts'
import { workRefusal } from './policy.ts'

/** A round of a strategy somebody works on, whole; not found for everybody else. */
export async function findStaffRound(actor: Actor, roundId: string) {
  const [found] = await database()
    .db.select({
      round: rounds,
      strategy: { id: strategies.id, slug: strategies.slug, title: strategies.title },
    })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(eq(rounds.id, roundId))
    .limit(1)
  return found && !workRefusal(actor, found.strategy.id) ? found : refuse('not-found')
}
