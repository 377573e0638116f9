import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { answers, inputMasks } from '#db/schema/index.ts'
import { enqueuePassagesOf, hidePassagesOf } from '#search/outbox.server.ts'
import { inputMasked, inputUnmasked } from './events.ts'
import { holdsWords, type MaskRange, MOST_MASKS, rangeRefusal, reasonRefusal } from './masking.ts'
import { holdVersion, remakePublicText, standingMasks } from './public-text.server.ts'

/** What is masked by one decision: stretches of one version's answers, by one law, for one reason. */
export type Masking = { ranges: readonly MaskRange[]; legalBasis: string; reason: string }

/**
 * Keeps stretches of a version from the public, before it is published or after. What was sent stays as it was; what
 * the public reads of it is made anew at once, all or nothing.
 */
export function maskVersion(actor: Actor, versionId: string, masking: Masking, key: string) {
  return tx(async (tx) => {
    const version = await holdVersion(tx, actor, versionId)
    if ('refusal' in version) return version
    return once(tx, actor.personId, keyWith(key, masking), `mask ${versionId}`, async () => {
      if (version.withdrawnAt) return refuse('withdrawn')
      const { ranges, legalBasis } = masking
      const reason = cleanText(masking.reason).trim()
      const refusal = reasonRefusal({ legalBasis, reason }) ?? (await rangesRefusal(tx, versionId, ranges))
      if (refusal) return refuse(refusal)
      const maskedAt = await databaseNow(tx)
      const { strategyId, inputId } = version
      const made = await tx
        .insert(inputMasks)
        .values(
          ranges.map(({ answerId, startCp, endCp }) => ({
            ...{ strategyId, versionId, answerId, startCp, endCp, legalBasis, reason, maskedAt },
            maskedBy: actor.personId,
          })),
        )
        .returning({ id: inputMasks.id })
      const isPublic = await remakePublicText(tx, version)
      await hidePassagesOf(tx, inputId)
      await record(tx, {
        ...{ kind: inputMasked, actorId: actor.personId, subjectId: versionId, strategyId, at: maskedAt },
        data: { inputId, legalBasis, masks: made.map(({ id }) => id) },
      })
      return { inputId, masked: made.length, isPublic }
    })
  })
}

async function rangesRefusal(tx: Transaction, versionId: string, ranges: readonly MaskRange[]) {
  if (ranges.length === 0) return 'empty'
  const standing = await standingMasks(tx, versionId)
  if (standing.length + ranges.length > MOST_MASKS) return 'too-many'
  const frozen = await tx
    .select({ id: answers.id, text: answers.canonicalText })
    .from(answers)
    .where(and(eq(answers.versionId, versionId), isNull(answers.attachmentId)))
    .limit(MOST_ANSWERS)
  const texts = new Map(frozen.map(({ id, text }) => [id, text]))
  const own = <Range extends { answerId: string }>(of: readonly Range[], id: string) =>
    of.filter(({ answerId }) => answerId === id)
  for (const answerId of new Set(ranges.map((range) => range.answerId))) {
    // A choice and a step are not texts: of those nothing is masked, the version may be withheld. Files are not public.
    const text = texts.get(answerId)
    if (text === undefined || text === null) return 'outside'
    const refusal = rangeRefusal([...text].length, own(standing, answerId), own(ranges, answerId))
    if (refusal) return refusal
    if (!own(ranges, answerId).every((range) => holdsWords(text, range))) return 'empty'
  }
  return null
}

const MOST_ANSWERS = 1_000

/** Lets the public read a masked stretch after all. The mask stays on record with who removed it and when. */
export function unmask(actor: Actor, maskId: string, key: string) {
  return tx(async (tx) => {
    const [found] = await tx
      .select({ versionId: inputMasks.versionId })
      .from(inputMasks)
      .where(eq(inputMasks.id, maskId))
    if (!found) return refuse('not-found')
    const version = await holdVersion(tx, actor, found.versionId)
    if ('refusal' in version) return version
    return once(tx, actor.personId, key, `unmask ${maskId}`, async () => {
      const { strategyId, inputId } = version
      if (version.withdrawnAt) return refuse('withdrawn')
      const [mask] = await tx.select().from(inputMasks).where(eq(inputMasks.id, maskId))
      if (!mask || mask.removedAt) return { inputId, versionId: version.id }
      const at = await databaseNow(tx)
      await tx
        .update(inputMasks)
        .set({ removedAt: at, removedBy: actor.personId })
        .where(eq(inputMasks.id, maskId))
      await remakePublicText(tx, version)
      await enqueuePassagesOf(tx, inputId)
      await record(tx, {
        ...{ kind: inputUnmasked, actorId: actor.personId, subjectId: version.id, strategyId, at },
        data: { inputId, legalBasis: mask.legalBasis, mask: maskId },
      })
      return { inputId, versionId: version.id }
    })
  })
}
