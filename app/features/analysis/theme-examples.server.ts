import { and, count, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { passages, taggings, themeExamples, themes } from '#db/schema/index.ts'
import { codebookRefusal } from './policy.ts'
import { exampleAdded, exampleRemoved } from './theme-events.ts'

/** More than so many show nothing more. */
const mostExamples = 10

type Which = { strategyId: string; themeId: string; passageId: string }

/** Lets a passage that has a theme show what the theme means. Chosen twice it is chosen once. */
export function addExample(actor: Actor, { strategyId, themeId, passageId }: Which) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const [theme] = await tx
      .select()
      .from(themes)
      .where(and(eq(themes.id, themeId), eq(themes.strategyId, strategyId)))
      .for('update')
    if (!theme) return refuse('not-found')
    if (theme.retiredAt) return refuse('theme-retired')
    const [tagged] = await tx
      .select({ id: taggings.id })
      .from(taggings)
      .innerJoin(passages, eq(passages.id, taggings.passageId))
      .where(
        and(
          ...[eq(taggings.themeId, themeId), eq(taggings.passageId, passageId)],
          ...[isNull(taggings.removedAt), isNull(passages.supersededAt)],
        ),
      )
      .limit(1)
    if (!tagged) return refuse('not-tagged')
    const [standing] = await tx
      .select({ examples: count() })
      .from(themeExamples)
      .where(eq(themeExamples.themeId, themeId))
    if ((standing?.examples ?? 0) >= mostExamples) return refuse('too-many-examples')
    const at = await databaseNow(tx)
    const made = await tx
      .insert(themeExamples)
      .values({ strategyId, themeId, passageId, at, by: actor.personId })
      .onConflictDoNothing()
      .returning({ passageId: themeExamples.passageId })
    if (made.length > 0)
      await record(tx, {
        ...{ kind: exampleAdded, actorId: actor.personId, subjectId: themeId },
        ...{ strategyId, at, data: { passageId } },
      })
    return { themeId }
  })
}

/** A passage no longer shows what a theme means. */
export function removeExample(actor: Actor, { strategyId, themeId, passageId }: Which) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const gone = await tx
      .delete(themeExamples)
      .where(
        and(
          ...[eq(themeExamples.strategyId, strategyId), eq(themeExamples.themeId, themeId)],
          eq(themeExamples.passageId, passageId),
        ),
      )
      .returning({ passageId: themeExamples.passageId })
    if (gone.length > 0)
      await record(tx, {
        ...{ kind: exampleRemoved, actorId: actor.personId, subjectId: themeId },
        ...{ strategyId, at: await databaseNow(tx), data: { passageId } },
      })
    return { themeId }
  })
}
