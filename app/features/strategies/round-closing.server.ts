import { and, eq, isNull, max, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { type database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { inputPublications, inputs, inputVersions, invitations, rounds } from '#db/schema/index.ts'
import { enqueuePassagesOfRound } from '#search/outbox.server.ts'
import { decisionRefusal } from './policy.ts'
import { type Closable, type ClosingRefusal, closingRefusal, reopeningRefusal } from './round-closing.ts'
import { roundClosed, roundReopened } from './round-events.ts'
import type { ClosingFields } from './round-forms.ts'
import { reasonRefusal } from './round-revision.ts'
import { keepRoundRevision } from './round-revisions.server.ts'
import { orNone, textOver } from './written.ts'

type RoundRow = typeof rounds.$inferSelect
type Reader = Transaction | ReturnType<typeof database>['db']

/** What closing a round early rests on, and how many have begun an answer that they have not sent. Asks no policy. */
export async function closingOf(db: Reader, round: RoundRow): Promise<Closable & { unsent: number }> {
  const { opensAt, deadlineAt, acceptsLateUntil, closedAt, publishedAt } = round
  const [[extended], unsent, published] = await Promise.all([
    db
      .select({ until: max(invitations.extendedUntil) })
      .from(invitations)
      .where(eq(invitations.roundId, round.id)),
    db.$count(
      inputs,
      and(
        ...[eq(inputs.roundId, round.id), isNull(inputs.withdrawnAt)],
        sql`${inputs.draftRevision} > 0`,
        sql`not exists (select from ${inputVersions} v where v.input_id = ${inputs.id} and v.kind <> 'registered')`,
      ),
    ),
    round.inputsShown === 'after-closing'
      ? db
          .select({ id: inputPublications.versionId })
          .from(inputPublications)
          .innerJoin(inputs, eq(inputs.id, inputPublications.inputId))
          .where(eq(inputs.roundId, round.id))
          .limit(1)
      : [],
  ])
  const times = [deadlineAt, extended?.until, ...Object.values(round.groupDeadlines ?? {})]
  const last = Math.max(...times.flatMap((at) => (at ? [new Date(at).getTime()] : [])))
  return {
    ...{ opensAt, deadlineAt, acceptsLateUntil, closedAt, publishedAt, unsent },
    ...{ lastDeadline: new Date(last), shownByClosing: published.length > 0 },
  }
}

type Closed = { closed: boolean } | Refused<ClosingRefusal | 'why-missing' | 'closing-not-confirmed'>

/**
 * Ends a round before its time, or opens one again that was ended so. Everybody reads why, as of every change after the
 * opening; the deadlines stay as they were set, so that opening again gives back what each had.
 */
export function closeRound(actor: Actor, roundId: string, form: ClosingFields) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, `${form.act} round`, async (): Promise<Closed> => {
      const at = await databaseNow(tx)
      const standing = await closingOf(tx, round)
      const closes = form.act === 'close'
      const no = closes ? closingRefusal(standing, at) : reopeningRefusal(standing)
      if (no) return refuse(no)
      const why = textOver(null, form.whyNb, form.whyNn, form.whyEn, form.whySv)
      const unexplained = reasonRefusal(true, why)
      if (unexplained) return unexplained
      if (closes && !form.confirmed) return refuse('closing-not-confirmed')
      const set = { closedAt: closes ? at : null }
      await tx.update(rounds).set(set).where(eq(rounds.id, roundId))
      const versions = { before: round, after: { ...round, ...set } }
      await keepRoundRevision(tx, versions, { at, by: actor.personId, reason: orNone(why) })
      // Where inputs show when a round is over, that is now, or no longer.
      await enqueuePassagesOfRound(tx, roundId)
      await record(tx, {
        ...{ kind: closes ? roundClosed : roundReopened, actorId: actor.personId, subjectId: roundId },
        ...{ strategyId, at, data: { deadlineAt: round.deadlineAt, unsent: standing.unsent } },
      })
      return { closed: closes }
    })
  })
}
