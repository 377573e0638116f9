import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { passageMarks, passages, taggings, themeExamples, themes } from '#db/schema/index.ts'
import { marksTogether, taggingsTogether } from './passage-cutting.ts'

type Tagging = typeof taggings.$inferSelect & { about: string }
type Mark = typeof passageMarks.$inferSelect

/**
 * What stands on these passages, held. Themes are held first, as by whoever tags or merges them, so that a theme is not
 * merged away from under a passage that is being split.
 */
export async function taggingsOf(tx: Transaction, passageIds: readonly string[]): Promise<Tagging[]> {
  if (passageIds.length === 0) return []
  const own = and(inArray(taggings.passageId, [...passageIds]), isNull(taggings.removedAt))
  await tx
    .select({ id: themes.id })
    .from(themes)
    .where(
      inArray(
        themes.id,
        tx
          .select({ id: sql<string>`${taggings.themeId}` })
          .from(taggings)
          .where(own),
      ),
    )
    .orderBy(asc(themes.id))
    .for('share')
  const rows = await tx.select().from(taggings).where(own).orderBy(asc(taggings.id)).for('update')
  return rows.map((row) => ({ ...row, about: aboutOf(row) }))
}

/** What a tagging is about, as one word: a theme or a paragraph. */
export const aboutOf = (row: { themeId: string | null; paragraphId: string | null }) =>
  row.themeId ?? `paragraph ${row.paragraphId}`

/** The marks that stand on these passages. */
export function marksOf(tx: Transaction, passageIds: readonly string[]): Promise<Mark[]> {
  return tx
    .select()
    .from(passageMarks)
    .where(and(inArray(passageMarks.passageId, [...passageIds]), isNull(passageMarks.removedAt)))
    .orderBy(asc(passageMarks.at))
    .limit(1_000)
}

type Carrying = {
  strategyId: string
  at: Date
  /** What is no longer a passage. */
  old: readonly string[]
  /** What is, and what stands on it of what stood on the old. */
  onto: { id: string; standing: readonly Tagging[]; marks: readonly Mark[] }[]
}

/**
 * Takes old passages out of use and lets what stood on them follow: each tagging as another one that says which it
 * follows, with the name and day of whoever read it. Nothing is deleted. Refuses where two positions would stand.
 */
export async function carryOver(tx: Transaction, actor: Actor, { strategyId, at, old, onto }: Carrying) {
  const gone = { removedAt: at, removedBy: actor.personId }
  const followers: (typeof taggings.$inferInsert)[] = []
  const marks: (typeof passageMarks.$inferInsert)[] = []
  for (const { id: passageId, standing, marks: own } of onto) {
    const together = taggingsTogether(standing)
    if (isRefusal(together)) return together
    for (const { themeId, paragraphId, position, taggedAt, taggedBy, jobId, id } of together)
      followers.push({
        ...{ id: v7(), strategyId, passageId, themeId, paragraphId, position, taggedAt, taggedBy, jobId },
        followsId: id,
      })
    for (const { kind, text, at: markedAt, by } of marksTogether(own))
      marks.push({ strategyId, passageId, kind, text, at: markedAt, by })
  }
  if (old.length > 0) {
    const ofOld = [...old]
    await tx
      .update(taggings)
      .set(gone)
      .where(and(inArray(taggings.passageId, ofOld), isNull(taggings.removedAt)))
    await tx
      .update(passageMarks)
      .set(gone)
      .where(and(inArray(passageMarks.passageId, ofOld), isNull(passageMarks.removedAt)))
    await tx
      .update(passages)
      .set({ supersededAt: at, supersededBy: actor.personId })
      .where(inArray(passages.id, ofOld))
    await examplesFollow(tx, ofOld, onto)
  }
  // A passage that was drawn round before it was cut may have some of it already.
  if (followers.length > 0) await tx.insert(taggings).values(followers).onConflictDoNothing()
  if (marks.length > 0) await tx.insert(passageMarks).values(marks).onConflictDoNothing()
  return { at }
}

/** What showed what a theme means still shows it. */
async function examplesFollow(tx: Transaction, old: string[], onto: readonly { id: string }[]) {
  for (const { id } of onto)
    await tx.execute(sql`
      insert into ${themeExamples} (strategy_id, theme_id, passage_id, at, by)
      select distinct on (theme_id) strategy_id, theme_id, ${id}::uuid, at, by from ${themeExamples}
      where ${inArray(themeExamples.passageId, old)} on conflict do nothing`)
  if (onto.length > 0) await tx.delete(themeExamples).where(inArray(themeExamples.passageId, old))
}

/** What passages were about when they were taken out of use, at that moment. */
export async function taggedWhen(tx: Transaction, passageIds: readonly string[], at: Date) {
  const rows = await tx
    .select({
      ...{ passageId: taggings.passageId, themeId: taggings.themeId, paragraphId: taggings.paragraphId },
    })
    .from(taggings)
    .where(and(inArray(taggings.passageId, [...passageIds]), eq(taggings.removedAt, at)))
    .limit(5_000)
  return rows.map((row) => ({ passageId: row.passageId, about: aboutOf(row) }))
}
