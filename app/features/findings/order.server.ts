import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { findings } from '#db/schema/index.ts'
import { findingMoved } from './events.ts'
import { findingRefusal } from './policy.ts'
import { holdList } from './writing.server.ts'

/** Moves a finding one place up or down in its round's list, which is also the order anyone reads them in. */
export function moveFinding(
  actor: Actor,
  roundId: string,
  { finding: findingId, to }: { finding: string; to: 'up' | 'down' },
) {
  return tx(async (tx) => {
    await holdList(tx, roundId)
    const list = await tx
      .select({ id: findings.id, position: findings.position, strategyId: findings.strategyId })
      .from(findings)
      .where(eq(findings.roundId, roundId))
      .orderBy(asc(findings.position), asc(findings.id))
      .limit(5000)
    const at = list.findIndex(({ id }) => id === findingId)
    const moved = list[at]
    if (!moved) return refuse('not-found')
    const { strategyId } = moved
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const beside = at + (to === 'up' ? -1 : 1)
    const other = list[beside]
    if (!other) return { moved: false }
    // Numbered anew as a whole: earlier ones may share a place.
    const order = list.with(at, other).with(beside, moved)
    for (const [place, { id, position }] of order.entries())
      if (position !== place + 1)
        await tx
          .update(findings)
          .set({ position: place + 1 })
          .where(and(eq(findings.id, id), eq(findings.roundId, roundId)))
    await record(tx, {
      ...{ kind: findingMoved, actorId: actor.personId, subjectId: findingId, strategyId },
      ...{ at: await databaseNow(tx), data: { to } },
    })
    return { moved: true }
  })
}
