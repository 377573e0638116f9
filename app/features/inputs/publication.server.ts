import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { answers, inputPublications, inputs, inputVersions, publicAnswers, rounds } from '#db/schema/index.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { inputPublished } from './events.ts'
import { inputPublicationRefusal, MOST_AT_ONCE } from './publication.ts'

// Publication is not taken back here: what has been read cannot be unread, and taking an input away is the sender's
// own act (withdrawal), with a date and a reason that stay. What must not be read is masked.

/** Makes one frozen version public, with its text as it was sent. */
export function publishVersion(actor: Actor, versionId: string, key: string) {
  return tx(async (tx) => {
    const [version] = await lockVersions(tx, [versionId])
    if (!version) return refuse('not-found')
    const refusal = inputPublicationRefusal(actor, version.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'publish-input', async () => {
      if (version.withdrawnAt) return refuse('withdrawn')
      await letOut(tx, actor, version, await databaseNow(tx))
      return { inputId: version.inputId }
    })
  })
}

/** Makes the chosen versions of a round public. Those that are withdrawn meanwhile are left and counted. */
export function publishVersions(actor: Actor, roundId: string, versionIds: readonly string[], key: string) {
  return tx(async (tx) => {
    const [round] = await tx
      .select({ strategyId: rounds.strategyId })
      .from(rounds)
      .where(eq(rounds.id, roundId))
    if (!round) return refuse('not-found')
    const refusal = inputPublicationRefusal(actor, round.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'publish-inputs', async () => {
      const versions = await lockVersions(tx, versionIds.slice(0, MOST_AT_ONCE), roundId)
      const at = await databaseNow(tx)
      const open = versions.filter(({ withdrawnAt }) => !withdrawnAt)
      let published = 0
      for (const version of open) if (await letOut(tx, actor, version, at)) published += 1
      return { published, withdrawn: versions.length - open.length }
    })
  })
}

type Locked = Awaited<ReturnType<typeof lockVersions>>[number]

// The inputs are held, so that nobody withdraws one while it is let out. One order for all who lock several.
function lockVersions(tx: Transaction, versionIds: readonly string[], roundId?: string) {
  return tx
    .select({
      ...{ id: inputVersions.id, strategyId: inputs.strategyId, inputId: inputs.id },
      withdrawnAt: inputs.withdrawnAt,
    })
    .from(inputVersions)
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .where(
      and(
        inArray(inputVersions.id, [...versionIds]),
        roundId ? eq(inputVersions.roundId, roundId) : undefined,
      ),
    )
    .orderBy(asc(inputs.id), asc(inputVersions.id))
    .for('update', { of: inputs })
}

/** Gives false when the version was public already. */
async function letOut(tx: Transaction, actor: Actor, version: Locked, at: Date): Promise<boolean> {
  const { id: versionId, strategyId, inputId } = version
  const made = await tx
    .insert(inputPublications)
    .values({ versionId, strategyId, inputId, publishedAt: at, publishedBy: actor.personId })
    .onConflictDoNothing()
    .returning({ versionId: inputPublications.versionId })
  if (made.length === 0) return false
  const frozen = await tx.select().from(answers).where(eq(answers.versionId, versionId))
  if (frozen.length > 0)
    await tx.insert(publicAnswers).values(
      frozen.map(({ id: answerId, body, choice, canonicalText: text }) => ({
        ...{ versionId, answerId, strategyId, body, choice, text },
      })),
    )
  await record(tx, {
    ...{ kind: inputPublished, actorId: actor.personId, subjectId: versionId },
    ...{ strategyId, at, data: { inputId } },
  })
  await enqueuePassagesOf(tx, inputId)
  return true
}
