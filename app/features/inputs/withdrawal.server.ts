import { eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { inputs, inputVersions, publicAnswers, rounds } from '#db/schema/index.ts'
import { hidePassagesOf } from '#search/outbox.server.ts'
import { inputWithdrawn } from './events.ts'
import { holdInput } from './held.server.ts'
import { type WithdrawalRefusal, withdrawalRefusal } from './input.ts'
import { mayWithdraw } from './policy.ts'

/**
 * Takes back everything the sender sent to a round, where the round allows it. The versions stay as they were, marked; the public text and the
 * public search documents go, while address, date and reason stay.
 */
export function withdrawInput(
  actor: Actor,
  inputId: string,
  reason: string,
  key: string,
): Promise<{ inputId: string } | Refused<WithdrawalRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    const input = await holdInput(tx, actor, inputId)
    if ('refusal' in input) return input
    if (!mayWithdraw(actor, input)) return refuse('forbidden')
    return once(tx, actor.personId, key, `withdraw ${inputId}`, async () => {
      const now = await databaseNow(tx)
      const submittedVersions = await tx.$count(inputVersions, eq(inputVersions.inputId, inputId))
      const words = cleanText(reason).trim()
      const [round] = await tx
        .select({ allowsWithdrawal: rounds.allowsWithdrawal })
        .from(inputs)
        .innerJoin(rounds, eq(rounds.id, inputs.roundId))
        .where(eq(inputs.id, inputId))
      const { withdrawnAt } = input
      const refusal = withdrawalRefusal({ ...round, submittedVersions, withdrawnAt }, words)
      if (refusal) return refuse(refusal)
      await tx
        .update(inputs)
        .set({ withdrawnAt: now, withdrawnBy: actor.personId, withdrawalReason: words })
        .where(eq(inputs.id, inputId))
      const versions = tx
        .select({ id: inputVersions.id })
        .from(inputVersions)
        .where(eq(inputVersions.inputId, inputId))
      await tx.delete(publicAnswers).where(inArray(publicAnswers.versionId, versions))
      await hidePassagesOf(tx, inputId)
      await record(tx, {
        kind: inputWithdrawn,
        actorId: actor.personId,
        subjectId: inputId,
        strategyId: input.strategyId,
        at: now,
      })
      return { inputId }
    })
  })
}
