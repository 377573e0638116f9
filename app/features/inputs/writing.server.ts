import { and, eq, isNotNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Sender } from '#app/features/organisations/sender.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { inputs, invitations, rounds, strategies } from '#db/schema/index.ts'
import { inputStarted } from './events.ts'
import { type SubmissionRefusal, submissionRefusal } from './input.ts'
import { namingAllowed, type PersonNaming } from './naming.ts'
import { mayRead, mayWrite } from './policy.ts'
import { invitedTo, senderRoundColumns, sentBy } from './queries.server.ts'

/**
 * Opens the sender's draft in a round, or finds the one it has: there is one, whoever starts first. `naming` is how a
 * private person wants to stand, by the round's rule; what the round does not allow is read as by name.
 */
export function startInput(
  actor: Actor,
  roundId: string,
  sender: Sender,
  naming: PersonNaming = 'named',
): Promise<{ inputId: string } | Refused<SubmissionRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    if (!mayRead(actor, sender)) return refuse('not-found')
    const { organisationId, personId } = sender
    const [round] = await tx
      .select({ strategyId: rounds.strategyId, ...senderRoundColumns(sender.kind) })
      .from(rounds)
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .leftJoin(invitations, invitedTo(sender))
      .where(and(eq(rounds.id, roundId), isNotNull(rounds.publishedAt), isNotNull(strategies.publishedAt)))
    if (!round) return refuse('not-found')
    const ours = and(eq(inputs.roundId, roundId), sentBy(sender))
    const [known] = await tx.select({ id: inputs.id }).from(inputs).where(ours)
    if (known) return { inputId: known.id }
    if (!mayWrite(actor, sender)) return refuse('forbidden')
    const now = await databaseNow(tx)
    // A draft is opened for as long as a finished one would be received.
    const finished = { sender: round, unansweredRequired: 0, anythingWritten: true, withdrawnAt: null }
    const refusal = submissionRefusal(finished, round, now)
    if (refusal) return refuse(refusal)
    const { strategyId } = round
    const chosen = personId === null ? null : namingAllowed(round.naming, naming)
    const whose = { organisationId, personId, naming: chosen }
    const [made] = await tx
      .insert(inputs)
      .values({ strategyId, roundId, ...whose, createdAt: now, createdBy: actor.personId })
      .onConflictDoNothing()
      .returning({ id: inputs.id })
    if (made) {
      await record(tx, {
        kind: inputStarted,
        actorId: actor.personId,
        subjectId: made.id,
        strategyId,
        at: now,
      })
      return { inputId: made.id }
    }
    const [theirs] = await tx.select({ id: inputs.id }).from(inputs).where(ours)
    return theirs ? { inputId: theirs.id } : refuse('not-found')
  })
}
