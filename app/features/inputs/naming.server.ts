import { eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { tx } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { inputs, inputVersions, rounds } from '#db/schema/index.ts'
import { holdInput, touchDraft } from './held.server.ts'
import { namingsAllowed, type PersonNaming } from './naming.ts'
import { mayWrite } from './policy.ts'

/** Says how a private person stands. It may be changed until the input is sent; what was sent stands as it was sent. */
export function chooseNaming(actor: Actor, inputId: string, naming: PersonNaming) {
  return tx(async (tx) => {
    const input = await holdInput(tx, actor, inputId)
    if ('refusal' in input) return input
    if (!mayWrite(actor, input)) return refuse('forbidden')
    // Organisations always stand by name: they have nothing to choose.
    if (input.organisationId !== null) return refuse('not-found')
    if (input.withdrawnAt !== null) return refuse('withdrawn')
    if ((await tx.$count(inputVersions, eq(inputVersions.inputId, inputId))) > 0) return refuse('naming-sent')
    const [held] = await tx
      .select({ rule: rounds.naming, naming: inputs.naming })
      .from(inputs)
      .innerJoin(rounds, eq(rounds.id, inputs.roundId))
      .where(eq(inputs.id, inputId))
    if (!held || !namingsAllowed(held.rule).includes(naming)) return refuse('naming-not-allowed')
    if (held.naming === naming) return { inputId }
    await tx.update(inputs).set({ naming }).where(eq(inputs.id, inputId))
    await touchDraft(tx, inputId)
    return { inputId }
  })
}
