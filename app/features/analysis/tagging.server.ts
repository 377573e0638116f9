import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { passages, taggings, themes } from '#db/schema/index.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { passageTagged, passageUntagged } from './events.ts'
import { taggingRefusal } from './policy.ts'

/** Puts a theme on a passage. A passage has a theme once: tagging again gives the tagging that stands. */
export function tagPassage(actor: Actor, passageId: string, themeId: string) {
  return tx(async (tx) => {
    const [passage] = await tx.select().from(passages).where(eq(passages.id, passageId))
    if (!passage || taggingRefusal(actor, passage.strategyId)) return refuse('not-found')
    const { strategyId, inputId } = passage
    // Held, so that a theme is not retired while somebody uses it.
    const [theme] = await tx
      .select()
      .from(themes)
      .where(and(eq(themes.id, themeId), eq(themes.strategyId, strategyId)))
      .for('share')
    if (!theme) return refuse('not-found')
    if (theme.retiredAt) return refuse('theme-retired')

    const at = await databaseNow(tx)
    const [made] = await tx
      .insert(taggings)
      .values({ strategyId, passageId, themeId, taggedAt: at, taggedBy: actor.personId })
      .onConflictDoNothing()
      .returning({ id: taggings.id })
    if (!made) return { taggingId: await standing(tx, passageId, themeId), inputId, passageId }

    const data = { passageId, themeId }
    await record(tx, {
      ...{ kind: passageTagged, actorId: actor.personId, subjectId: made.id },
      ...{ strategyId, at, data },
    })
    await enqueuePassages(tx, strategyId, [passageId])
    return { taggingId: made.id, inputId, passageId }
  })
}

async function standing(tx: Transaction, passageId: string, themeId: string) {
  const [tagging] = await tx
    .select({ id: taggings.id })
    .from(taggings)
    .where(and(eq(taggings.passageId, passageId), eq(taggings.themeId, themeId), isNull(taggings.removedAt)))
  return tagging?.id ?? null
}

/** Takes a theme off a passage. The tagging stays, with who took it away and when. */
export function untag(actor: Actor, taggingId: string) {
  return tx(async (tx) => {
    const [tagging] = await tx.select().from(taggings).where(eq(taggings.id, taggingId)).for('update')
    if (!tagging || taggingRefusal(actor, tagging.strategyId)) return refuse('not-found')
    const { strategyId, passageId, themeId } = tagging
    if (tagging.removedAt) return { taggingId, passageId }

    const at = await databaseNow(tx)
    await tx
      .update(taggings)
      .set({ removedAt: at, removedBy: actor.personId })
      .where(eq(taggings.id, taggingId))
    const data = { passageId, themeId }
    await record(tx, {
      ...{ kind: passageUntagged, actorId: actor.personId, subjectId: taggingId },
      ...{ strategyId, at, data },
    })
    await enqueuePassages(tx, strategyId, [passageId])
    return { taggingId, passageId }
  })
}
