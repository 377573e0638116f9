import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Actor, StaffRole } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { spoken } from '#app/platform/prepared.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { passages, strategyStaff, taggings, themes } from '#db/schema/index.ts'
import { enqueuePassages, keysOfPassages } from '#search/outbox.server.ts'
import { passageTagged, passageUntagged } from './events.ts'
import { taggingRefusal } from './policy.ts'
import type { Position } from './position.ts'

type Person = Pick<Actor, 'personId'>

/**
 * Puts a theme on a passage, with a position or without. A passage has a theme once: tagging again gives the tagging that
 * stands, as it stands. A theme that was merged since the page was read is its successor (`instead`). Refuses a theme that
 * is out of use, and a passage that was split or joined meanwhile. Everybody who tags waits for this, so it is three
 * statements, and who is asking is found in the first.
 */
export function tagPassage(
  person: Person,
  passageId: string,
  themeId: string,
  position: Position | null = null,
) {
  return tx((tx) => putTheme(tx, person, { passageId, themeId, position, merged: 0 }))
}

type Putting = { passageId: string; themeId: string; position: Position | null; merged: number }

// A theme is merged into one that stands, which may be merged later; nobody reads so long a line of them.
const mostMerged = 20

async function putTheme(
  tx: Transaction,
  person: Person,
  { passageId, themeId, position, merged }: Putting,
): Promise<Put | Refused<NotPut>> {
  const [found] = await lookUp(tx, { passageId, themeId, personId: person.personId })
  if (!found || found.staff.length === 0) return refuse('forbidden')
  const { strategyId, inputId, mergedInto } = found
  if (!strategyId || !inputId || taggingRefusal(found, strategyId)) return refuse('not-found')
  if (!found.theme || found.themeStrategyId !== strategyId) return refuse('not-found')
  if (found.superseded) return refuse('passage-changed')
  if (found.retired && mergedInto && merged < mostMerged)
    return putTheme(tx, person, { passageId, themeId: mergedInto, position, merged: merged + 1 })
  if (found.retired) return refuse('theme-retired')

  const at = new Date(found.at)
  const id = v7()
  const [outcome] = await put(tx, {
    ...{ id, strategyId, passageId, themeId, position, at: at.toISOString(), personId: person.personId },
  })
  const instead = merged > 0
  if (!outcome?.made) {
    if (instead) return refuse('theme-merged')
    // Another's, that was put there in this very moment, is seen only now.
    const taggingId = outcome?.standing ?? (await standing(tx, passageId, themeId))
    return { taggingId, inputId, passageId, made: false, instead }
  }
  await record(tx, {
    ...{ kind: passageTagged, actorId: person.personId, subjectId: id, strategyId, at },
    data: { passageId, themeId, ...(position && { position }) },
  })
  return { taggingId: id, inputId, passageId, made: true, instead }
}

type Put = { taggingId: string | null; inputId: string; passageId: string; made: boolean; instead: boolean }
type NotPut = 'forbidden' | 'not-found' | 'passage-changed' | 'theme-retired' | 'theme-merged'

type Found = {
  strategyId: string | null
  inputId: string | null
  superseded: boolean
  theme: string | null
  themeStrategyId: string | null
  retired: boolean
  mergedInto: string | null
  staff: { strategyId: string; organiserId: string; role: StaffRole }[]
  at: string
}

// Both are held, so that the passage is not split and the theme not retired while somebody uses them.
const lookUp = spoken<Found>(
  () => sql`
    with passage as (select strategy_id, input_id, superseded_at from ${passages}
      where id = ${sql.placeholder('passageId')}::uuid for share),
    theme as (select id, strategy_id, retired_at, merged_into from ${themes}
      where id = ${sql.placeholder('themeId')}::uuid for share),
    held as (select passage.strategy_id as "strategyId", passage.input_id as "inputId",
      passage.superseded_at is not null as superseded, theme.id as theme,
      theme.strategy_id as "themeStrategyId", theme.retired_at is not null as retired,
      theme.merged_into as "mergedInto"
      from (select 1) one left join passage on true left join theme on true)
    select held.*, clock_timestamp() as at, coalesce((select jsonb_agg(jsonb_build_object(
      'strategyId', strategy_id, 'organiserId', organiser_id, 'role', role)) from ${strategyStaff}
      where person_id = ${sql.placeholder('personId')}::uuid and ended_at is null), '[]') as staff from held`,
)

const put = spoken<{ made: string | null; standing: string | null }>(
  () => sql`
    with made as (
      insert into ${taggings} (id, strategy_id, passage_id, theme_id, position, tagged_at, tagged_by)
      values (${sql.placeholder('id')}::uuid, ${sql.placeholder('strategyId')}::uuid,
        ${sql.placeholder('passageId')}::uuid, ${sql.placeholder('themeId')}::uuid,
        ${sql.placeholder('position')}::text, ${sql.placeholder('at')}::timestamptz,
        ${sql.placeholder('personId')}::uuid)
      on conflict do nothing returning id, passage_id, strategy_id),
    told as (${keysOfPassages(sql`made`)})
    select (select id from made) as made, (select id from ${taggings}
      where passage_id = ${sql.placeholder('passageId')}::uuid
      and theme_id = ${sql.placeholder('themeId')}::uuid and removed_at is null) as standing`,
)

async function standing(tx: Transaction, passageId: string, themeId: string) {
  const [tagging] = await tx
    .select({ id: taggings.id })
    .from(taggings)
    .where(and(eq(taggings.passageId, passageId), eq(taggings.themeId, themeId), isNull(taggings.removedAt)))
  return tagging?.id ?? null
}

/**
 * Takes a theme, or a position to a paragraph, off a passage. The tagging stays, with who took it away and when. Refuses
 * where the passage was split or joined since, for there it stands on others.
 */
export function untag(actor: Actor, taggingId: string) {
  return tx(async (tx) => {
    const held = await holdTagging(tx, actor, taggingId)
    if ('refusal' in held) return held
    const { id, strategyId, passageId, inputId, removedAt } = held
    if (removedAt) return { taggingId: id, passageId, inputId, made: false }
    await takeAway(tx, actor, held, await databaseNow(tx))
    await enqueuePassages(tx, strategyId, [passageId])
    return { taggingId: id, passageId, inputId, made: true }
  })
}

/** A tagging, held, of a passage that still stands. */
export async function holdTagging(tx: Transaction, actor: Actor, taggingId: string) {
  // The passage first, as by whoever splits it: what is written on it here must be there when that looks.
  const ofTagging = tx.select({ id: taggings.passageId }).from(taggings).where(eq(taggings.id, taggingId))
  const [passage] = await tx
    .select({ inputId: passages.inputId, supersededAt: passages.supersededAt })
    .from(passages)
    .where(inArray(passages.id, ofTagging))
    .for('share')
  const [tagging] = await tx.select().from(taggings).where(eq(taggings.id, taggingId)).for('update')
  if (!passage || !tagging || taggingRefusal(actor, tagging.strategyId)) return refuse('not-found')
  if (passage.supersededAt) return refuse('passage-changed')
  return { ...(tagging.removedAt ? await sameAgain(tx, tagging) : tagging), inputId: passage.inputId }
}

/** What was split and put back has its taggings as other rows: the same tagging is what the same person put there then. */
async function sameAgain(tx: Transaction, gone: typeof taggings.$inferSelect) {
  const { passageId, themeId, paragraphId, taggedBy, taggedAt, position } = gone
  const [same] = await tx
    .select()
    .from(taggings)
    .where(
      and(
        ...[eq(taggings.passageId, passageId), isNull(taggings.removedAt)],
        ...[eq(taggings.taggedBy, taggedBy), eq(taggings.taggedAt, taggedAt)],
        themeId ? eq(taggings.themeId, themeId) : eq(taggings.paragraphId, paragraphId ?? ''),
        position ? eq(taggings.position, position) : isNull(taggings.position),
      ),
    )
    .for('update')
  return same ?? gone
}

/** Says of a tagging that it is taken away, by whom and when. */
export async function takeAway(
  tx: Transaction,
  actor: Actor,
  { id, strategyId, passageId, themeId, paragraphId }: typeof taggings.$inferSelect,
  at: Date,
) {
  await tx.update(taggings).set({ removedAt: at, removedBy: actor.personId }).where(eq(taggings.id, id))
  await record(tx, {
    ...{ kind: passageUntagged, actorId: actor.personId, subjectId: id, strategyId, at },
    data: { passageId, ...(themeId && { themeId }), ...(paragraphId && { paragraphId }) },
  })
}
