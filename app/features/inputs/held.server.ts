import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { inputs } from '#db/schema/index.ts'
import { mayRead } from './policy.ts'

/** An input held against every other change until the transaction ends; not found for whoever may not know of it. */
export async function holdInput(tx: Transaction, actor: Actor, inputId: string) {
  const [input] = await tx
    .select({
      strategyId: inputs.strategyId,
      organisationId: inputs.organisationId,
      personId: inputs.personId,
      withdrawnAt: inputs.withdrawnAt,
    })
    .from(inputs)
    .where(eq(inputs.id, inputId))
    .for('update')
  return input && mayRead(actor, input) ? input : refuse('not-found')
}

/** Says that the draft of a held input has changed, whatever part of it: an approval of what it was no longer covers it. */
export async function touchDraft(tx: Transaction, inputId: string): Promise<void> {
  await tx
    .update(inputs)
    .set({ draftRevision: sql`${inputs.draftRevision} + 1` })
    .where(eq(inputs.id, inputId))
}
