import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { inputWithholdings } from '#db/schema/index.ts'
import { enqueuePassagesOf, hidePassagesOf } from '#search/outbox.server.ts'
import { inputReleased, inputWithheld } from './events.ts'
import { reasonRefusal } from './masking.ts'
import { clearPublicText, holdVersion, remakePublicText, withheldAmong } from './public-text.server.ts'

/** Why a whole version is withheld. The law is told to everyone, the reason to staff. */
export type Grounds = { legalBasis: string; reason: string }

/**
 * Keeps a whole version from the public until it is lifted. One that waits is then not published; of one that is
 * public the text goes from pages, quotes and search, while the address, the date and the law stay.
 */
export function withholdVersion(actor: Actor, versionId: string, grounds: Grounds, key: string) {
  return tx(async (tx) => {
    const version = await holdVersion(tx, actor, versionId)
    if ('refusal' in version) return version
    return once(tx, actor.personId, key, `withhold ${versionId}`, async () => {
      if (version.withdrawnAt) return refuse('withdrawn')
      if ((await withheldAmong(tx, [versionId])).size > 0) return refuse('already-withheld')
      const { legalBasis } = grounds
      const reason = cleanText(grounds.reason).trim()
      const refusal = reasonRefusal({ legalBasis, reason }, true)
      if (refusal) return refuse(refusal)
      const { strategyId, inputId } = version
      const at = await databaseNow(tx)
      await tx.insert(inputWithholdings).values({
        ...{ strategyId, inputId, versionId, legalBasis, reason },
        ...{ withheldAt: at, withheldBy: actor.personId },
      })
      await clearPublicText(tx, versionId)
      await hidePassagesOf(tx, inputId)
      await record(tx, {
        ...{ kind: inputWithheld, actorId: actor.personId, subjectId: versionId, strategyId, at },
        data: { inputId, legalBasis },
      })
      return { inputId }
    })
  })
}

/** Lets the public read a version again that was published, with the masks that stand; one that waits may be published. */
export function liftWithholding(actor: Actor, versionId: string, key: string) {
  return tx(async (tx) => {
    const version = await holdVersion(tx, actor, versionId)
    if ('refusal' in version) return version
    return once(tx, actor.personId, key, `lift ${versionId}`, async () => {
      if (version.withdrawnAt) return refuse('withdrawn')
      const { strategyId, inputId } = version
      const at = await databaseNow(tx)
      const lifted = await tx
        .update(inputWithholdings)
        .set({ liftedAt: at, liftedBy: actor.personId })
        .where(and(eq(inputWithholdings.versionId, versionId), isNull(inputWithholdings.liftedAt)))
        .returning({ legalBasis: inputWithholdings.legalBasis })
      if (lifted.length === 0) return refuse('not-withheld')
      const isPublic = await remakePublicText(tx, version)
      await enqueuePassagesOf(tx, inputId)
      await record(tx, {
        ...{ kind: inputReleased, actorId: actor.personId, subjectId: versionId, strategyId, at },
        data: { inputId, legalBasis: lifted[0]?.legalBasis },
      })
      return { inputId, isPublic }
    })
  })
}
