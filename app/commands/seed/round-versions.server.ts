import { eq } from 'drizzle-orm'
import { recordOfRound } from '#app/features/strategies/round-revisions.server.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { roundRevisions, rounds } from '#db/schema/index.ts'
import { movedDeadlines, roundContacts } from '#db/seed/content/round-versions.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloTime } from './oslo-time.ts'

/** Whom to ask about the rounds of the demo, and how one of them stood before its deadline was moved. */
export async function seedRoundVersions(tx: Transaction, seeded: Seeded) {
  const { today, strategyId } = seeded
  for (const [slug, contact] of Object.entries(roundContacts))
    await tx
      .update(rounds)
      .set({ contact })
      .where(eq(rounds.id, found(seeded.rounds.get(slug), slug).id))
  for (const { round: slug, day, time, from, reason } of movedDeadlines) {
    const { id } = found(seeded.rounds.get(slug), slug)
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, id)).limit(1)
    const after = found(round, slug)
    const before = { ...after, deadlineAt: osloTime(today, from.day, from.time) }
    const own = { strategyId, roundId: id, by: after.publishedBy }
    await tx.insert(roundRevisions).values([
      { ...own, number: 1, at: after.publishedAt ?? after.createdAt, data: recordOfRound(before) },
      { ...own, number: 2, at: osloTime(today, day, time), reason, data: recordOfRound(after) },
    ])
  }
}
