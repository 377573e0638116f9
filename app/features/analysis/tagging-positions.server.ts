import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { documents, documentVersions, paragraphs, passages, taggings, themes } from '#db/schema/index.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { passageTagged } from './events.ts'
import { taggingRefusal } from './policy.ts'
import { type Position, positionOf } from './position.ts'
import { holdTagging, takeAway } from './tagging.server.ts'

/**
 * Says what a passage thinks of what it is tagged with; null takes that back, but for a paragraph, to which there is
 * always a position. It is another tagging, which follows the one before. Refuses where somebody has changed it since.
 */
export function takePosition(actor: Actor, taggingId: string, position: Position | null) {
  return tx(async (tx) => {
    const held = await holdTagging(tx, actor, taggingId)
    if ('refusal' in held) return held
    const { passageId, inputId, strategyId, themeId, paragraphId } = held
    if (held.removedAt) return refuse('tagging-changed')
    const was = positionOf(held.position)
    if (was === position) return { taggingId: held.id, passageId, inputId, was, made: false }
    if (paragraphId && !position) return refuse('position-missing')
    const at = await databaseNow(tx)
    await takeAway(tx, actor, held, at)
    const made = await insert(tx, actor, {
      ...{ strategyId, passageId, themeId, paragraphId, position, taggedAt: at, followsId: held.id },
    })
    await enqueuePassages(tx, strategyId, [passageId])
    return { taggingId: made ?? held.id, passageId, inputId, was, made: true }
  })
}

/** What a passage thinks of a paragraph of a draft of its strategy. Refuses where a position to it stands already. */
export function takeStance(
  actor: Actor,
  { passage, paragraph, position }: { passage: string; paragraph: string; position: Position },
) {
  return tx(async (tx) => {
    const held = await holdForTagging(tx, actor, passage)
    if ('refusal' in held) return held
    const { strategyId, inputId } = held
    const [about] = await tx
      .select({ id: paragraphs.id })
      .from(paragraphs)
      .where(and(eq(paragraphs.id, paragraph), eq(paragraphs.strategyId, strategyId)))
    if (!about) return refuse('paragraph-missing')
    const at = await databaseNow(tx)
    const made = await insert(tx, actor, {
      ...{ strategyId, passageId: passage, paragraphId: paragraph, position, taggedAt: at },
    })
    if (!made) return refuse('paragraph-taken')
    await enqueuePassages(tx, strategyId, [passage])
    return { taggingId: made, passageId: passage, inputId, made: true }
  })
}

/** Puts back what was taken away, as it was. What stands meanwhile stays: a theme that is back is back once. */
export function retag(actor: Actor, taggingId: string) {
  return tx(async (tx) => {
    const held = await holdTagging(tx, actor, taggingId)
    if ('refusal' in held) return held
    const { strategyId, passageId, themeId, paragraphId, position, inputId } = held
    const free = await holdForTagging(tx, actor, passageId)
    if ('refusal' in free) return free
    if (themeId) {
      const [theme] = await tx
        .select({ id: themes.id })
        .from(themes)
        .where(and(eq(themes.id, themeId), isNull(themes.retiredAt)))
        .for('share')
      if (!theme) return refuse('theme-retired')
    }
    const at = await databaseNow(tx)
    const made = await insert(tx, actor, {
      ...{ strategyId, passageId, themeId, paragraphId, position, taggedAt: at, followsId: taggingId },
    })
    await enqueuePassages(tx, strategyId, [passageId])
    return { taggingId: made, passageId, inputId, made: made !== null }
  })
}

/** A passage that stands, held against being split meanwhile. */
export async function holdForTagging(tx: Transaction, actor: Actor, passageId: string) {
  const [passage] = await tx
    .select({
      ...{ strategyId: passages.strategyId, inputId: passages.inputId, supersededAt: passages.supersededAt },
    })
    .from(passages)
    .where(eq(passages.id, passageId))
    .for('share')
  if (!passage || taggingRefusal(actor, passage.strategyId)) return refuse('not-found')
  return passage.supersededAt ? refuse('passage-changed') : passage
}

async function insert(tx: Transaction, actor: Actor, row: Omit<typeof taggings.$inferInsert, 'taggedBy'>) {
  const [made] = await tx
    .insert(taggings)
    .values({ ...row, taggedBy: actor.personId })
    .onConflictDoNothing()
    .returning({ id: taggings.id })
  if (!made) return null
  const { strategyId, passageId, themeId, paragraphId, position, taggedAt } = row
  await record(tx, {
    ...{ kind: passageTagged, actorId: actor.personId, subjectId: made.id, strategyId },
    at: taggedAt ?? (await databaseNow(tx)),
    data: {
      ...{ passageId, ...(themeId && { themeId }), ...(paragraphId && { paragraphId }) },
      ...(position && { position }),
    },
  })
  return made.id
}

// More than a draft has; whoever asks about more asks by document.
const mostParagraphs = 1_000

/** The paragraphs of the drafts that were put out in a round, in their order, each with its first words. */
export function listDraftParagraphs(roundId: string) {
  return database()
    .db.select({
      ...{
        id: paragraphs.id,
        anchor: paragraphs.anchor,
        document: documents.title,
        number: documentVersions.number,
      },
      words: sql<string>`left(coalesce(${paragraphs.text}->>'nb', ${paragraphs.text}->>'nn', ''), 60)`,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .innerJoin(paragraphs, eq(paragraphs.versionId, documentVersions.id))
    .where(and(eq(documentVersions.roundId, roundId), isNotNull(documentVersions.publishedAt)))
    .orderBy(documents.id, documentVersions.number, paragraphs.position)
    .limit(mostParagraphs)
}
