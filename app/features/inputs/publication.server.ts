import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  inputMasks,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  people,
  rounds,
} from '#db/schema/index.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { inputPublished } from './events.ts'
import { MOST_MASKS } from './masking.ts'
import {
  type HeldVersion,
  holdVersion,
  holdVersions,
  remakePublicText,
  withheldAmong,
} from './public-text.server.ts'
import { inputPublicationRefusal, MOST_AT_ONCE } from './publication.ts'
import { withdrawnAtOf } from './taken-back.server.ts'

// Publication is not taken back here: what has been read cannot be unread, and taking an input away is the sender's
// own act (withdrawal), with a date and a reason that stay. What must not be read is masked, or withheld.

/** Makes one frozen version public, less what is masked. A version that is withheld stays where it is. */
export function publishVersion(actor: Actor, versionId: string, key: string) {
  return tx(async (tx) => {
    const version = await holdVersion(tx, actor, versionId)
    if ('refusal' in version) return version
    return once(tx, actor.personId, keyWith(key, versionId), 'publish-input', async () => {
      if (version.withdrawnAt) return refuse('withdrawn')
      if ((await withheldAmong(tx, [versionId])).size > 0) return refuse('withheld')
      await letOut(tx, actor, version, await databaseNow(tx))
      return { inputId: version.inputId }
    })
  })
}

/** Makes the chosen versions of a round public. Those that are withdrawn or withheld meanwhile are left and counted. */
export function publishVersions(actor: Actor, roundId: string, versionIds: readonly string[], key: string) {
  return tx(async (tx) => {
    const [round] = await tx
      .select({ strategyId: rounds.strategyId })
      .from(rounds)
      .where(eq(rounds.id, roundId))
    if (!round) return refuse('not-found')
    const refusal = inputPublicationRefusal(actor, round.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(key, versionIds), 'publish-inputs', async () => {
      const versions = await holdVersions(tx, versionIds.slice(0, MOST_AT_ONCE), roundId)
      const at = await databaseNow(tx)
      const standing = versions.filter(({ withdrawnAt }) => !withdrawnAt)
      const kept = await withheldAmong(
        tx,
        standing.map(({ id }) => id),
      )
      let published = 0
      for (const version of standing)
        if (!kept.has(version.id) && (await letOut(tx, actor, version, at))) published += 1
      return { published, withdrawn: versions.length - standing.length, withheld: kept.size }
    })
  })
}

/** Gives false when the version was public already. */
async function letOut(tx: Transaction, actor: Actor, version: HeldVersion, at: Date): Promise<boolean> {
  const { id: versionId, strategyId, inputId } = version
  const made = await tx
    .insert(inputPublications)
    .values({ versionId, strategyId, inputId, publishedAt: at, publishedBy: actor.personId })
    .onConflictDoNothing()
    .returning({ versionId: inputPublications.versionId })
  if (made.length === 0) return false
  await remakePublicText(tx, version)
  await record(tx, {
    ...{ kind: inputPublished, actorId: actor.personId, subjectId: versionId },
    ...{ strategyId, at, data: { inputId } },
  })
  await enqueuePassagesOf(tx, inputId)
  return true
}

/**
 * What stands between a version and the public, for those who work on its strategy: whether it is published, what is
 * masked in it, whether it is withheld or withdrawn; with who did it, when, by which law and why.
 */
export async function publicationOf(actor: Actor, versionId: string) {
  const { db } = database()
  const [version] = await db
    .select({
      ...{ id: inputVersions.id, inputId: inputs.id, strategyId: inputs.strategyId },
      ...{ roundId: inputVersions.roundId, lang: inputVersions.lang },
      ...{ publishedAt: inputPublications.publishedAt, publishedBy: people.name },
      withdrawnAt: withdrawnAtOf(inputVersions.id),
    })
    .from(inputVersions)
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, inputVersions.id))
    .leftJoin(people, eq(people.id, inputPublications.publishedBy))
    .where(eq(inputVersions.id, versionId))
  if (!version || workRefusal(actor, version.strategyId)) return refuse('not-found')
  const masks = await db
    .select({
      ...{ id: inputMasks.id, answerId: inputMasks.answerId, legalBasis: inputMasks.legalBasis },
      ...{ startCp: inputMasks.startCp, endCp: inputMasks.endCp, reason: inputMasks.reason },
      ...{ maskedAt: inputMasks.maskedAt, maskedBy: people.name },
    })
    .from(inputMasks)
    .innerJoin(people, eq(people.id, inputMasks.maskedBy))
    .where(and(eq(inputMasks.versionId, versionId), isNull(inputMasks.removedAt)))
    .orderBy(asc(inputMasks.answerId), asc(inputMasks.startCp))
    .limit(MOST_MASKS)
  const [withholding] = await db
    .select({
      ...{ legalBasis: inputWithholdings.legalBasis, reason: inputWithholdings.reason },
      ...{ withheldAt: inputWithholdings.withheldAt, withheldBy: people.name },
    })
    .from(inputWithholdings)
    .innerJoin(people, eq(people.id, inputWithholdings.withheldBy))
    .where(and(eq(inputWithholdings.versionId, versionId), isNull(inputWithholdings.liftedAt)))
  return { ...version, masks, withholding: withholding ?? null }
}
