import { eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { strategies } from '#db/schema/index.ts'
import { decisionRefusal } from './policy.ts'
import { changesBetween, type RegisterRecord } from './revision.ts'
import { holdRegisters, keepRevision, latestRevision, recordOf } from './revisions.server.ts'

export type HeldStrategy = typeof strategies.$inferSelect

type Save = { key: string; operation: string; kind: EventKind; revision: number }

/**
 * Changes the register and keeps how it stands afterwards, in one transaction. Who wrote from an older state than the
 * latest is refused as 'stale' and nothing is saved. A save that changes nothing leaves no revision.
 */
export function revise<Reason extends string>(
  actor: Actor,
  strategyId: string,
  { key, operation, kind, revision }: Save,
  work: (tx: Transaction, held: HeldStrategy, at: Date) => Promise<Refused<Reason> | null>,
) {
  return tx(async (tx) => {
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const held = await holdStrategy(tx, strategyId)
    if (!held) return refuse('not-found')
    return once(tx, actor.personId, key, operation, async () => {
      const latest = await latestRevision(tx, strategyId)
      if (latest.number !== revision) return refuse('stale')
      const at = await databaseNow(tx)
      const before = await recordOf(tx, held)
      const refused = await work(tx, held, at)
      if (refused) return refused
      const [after] = await tx.select().from(strategies).where(eq(strategies.id, strategyId))
      const data = await recordOf(tx, after ?? held)
      const changes = changesBetween(before, data)
      if (changes.length === 0) return { revision: latest.number }
      const number = latest.number === 0 ? await keepAsFound(tx, held, before) : latest.number
      await keepRevision(tx, strategyId, { number: number + 1, at, by: actor.personId, data })
      await record(tx, {
        ...{ kind, actorId: actor.personId, subjectId: strategyId, strategyId, at },
        data: { revision: number + 1, fields: changes.map(({ field }) => field) },
      })
      return { revision: number + 1 }
    })
  })
}

/** The strategy's row, held until the transaction ends. */
export async function holdStrategy(tx: Transaction, strategyId: string): Promise<HeldStrategy | undefined> {
  await holdRegisters(tx)
  const [held] = await tx.select().from(strategies).where(eq(strategies.id, strategyId)).for('update')
  return held
}

// A strategy from before there were revisions: what the first save changes must be possible to read afterwards.
async function keepAsFound(tx: Transaction, held: HeldStrategy, data: RegisterRecord): Promise<number> {
  await keepRevision(tx, held.id, { number: 1, at: held.publishedAt ?? held.createdAt, by: null, data })
  return 1
}
