import { eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { inputPublications, inputVersions, registrationWithdrawals } from '#db/schema/index.ts'
import { hidePassagesOf } from '#search/outbox.server.ts'
import { registrationTakenBack } from './events.ts'
import type { VersionKind } from './input.ts'
import { clearPublicText, holdVersions } from './public-text.server.ts'
import { type TakingBackRefusal, takingBackDenied, takingBackRefusal } from './taking-back.ts'

/**
 * Takes back a version that staff registered. It stays as it was, with who took it back, when and why; it counts no more,
 * nobody has it to read, nothing of it is found by the public, and findings that quote it say that it is withdrawn. The
 * sender's other versions stand, and its next one can be registered or sent.
 */
export function takeBack(
  actor: Actor,
  versionId: string,
  form: { key: string; reason: string },
): Promise<{ inputId: string } | Refused<TakingBackRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    const [version] = await holdVersions(tx, [versionId])
    if (!version || workRefusal(actor, version.strategyId)) return refuse('not-found')
    const { strategyId, inputId, withdrawnAt } = version
    // After the input is held: nobody publishes it meanwhile.
    const published = (await tx.$count(inputPublications, eq(inputPublications.versionId, versionId))) > 0
    const denied = takingBackDenied(actor, { strategyId, published })
    if (denied) return refuse(denied)
    return once(tx, actor.personId, form.key, `take back ${versionId}`, async () => {
      const [own] = await tx
        .select({ kind: inputVersions.kind })
        .from(inputVersions)
        .where(eq(inputVersions.id, versionId))
      const reason = cleanText(form.reason).trim()
      const refusal = takingBackRefusal({ kind: own?.kind as VersionKind, withdrawnAt }, reason)
      if (refusal) return refuse(refusal)
      const at = await databaseNow(tx)
      await tx
        .insert(registrationWithdrawals)
        .values({ versionId, strategyId, inputId, at, by: actor.personId, reason })
      await clearPublicText(tx, versionId)
      await hidePassagesOf(tx, inputId)
      await record(tx, {
        ...{ kind: registrationTakenBack, actorId: actor.personId, subjectId: versionId, strategyId, at },
        data: { inputId, published },
      })
      return { inputId }
    })
  })
}
