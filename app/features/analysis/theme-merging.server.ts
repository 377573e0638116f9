import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { taggings, themeExamples, themes } from '#db/schema/index.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { createTheme, holdCodebook } from './codebook.server.ts'
import { mergeRefusal, type PlacedTheme } from './codebook.ts'
import type { MergeForm, SplitForm } from './codebook-forms.ts'
import { putUnder } from './codebook-structure.server.ts'
import { codebookRefusal } from './policy.ts'
import { positionOf } from './position.ts'
import { themeRefusal } from './theme.ts'
import { themeMerged, themeMoved, themeSplit } from './theme-events.ts'
import { remember } from './theme-history.server.ts'
import { themesOf } from './theme-line.server.ts'
import { retagged } from './theme-merge.ts'
import { draftOf } from './theme-text.ts'

// A theme on tens of thousands of passages is merged in one go, so that nobody sees half of it.
const patience = { attemptMs: 60_000, limitMs: 90_000 }

/**
 * Makes a theme part of another: its taggings are made anew there, its sub-themes and examples follow, and it stays as a
 * tombstone that says where it went. Of two who merge two themes into each other one is first, the other is told.
 */
export function mergeTheme(actor: Actor, strategyId: string, themeId: string, form: MergeForm) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'merge-theme', async () => {
      const list = await holdCodebook(tx, strategyId)
      const from = list.find(({ id }) => id === themeId)
      if (!from) return refuse('not-found')
      const reason = mergeRefusal(list, themeId, form.into)
      const into = list.find(({ id }) => id === form.into)
      if (reason || !into) return refuse(reason ?? 'into-not-found')
      await holdThemes(tx, [from.id, into.id])
      const at = await databaseNow(tx)
      const moved = await moveTaggings(tx, actor, { from: from.id, into: into.id, strategyId, at })
      await enqueuePassages(tx, strategyId, await leftOnMerged(tx, from.id))
      for (const child of list.filter((one) => one.parentId === from.id && !one.retiredAt)) {
        await putUnder(tx, list, child, into.id)
        const [before, after] = [{ parentId: from.id }, { parentId: into.id }]
        await remember(tx, actor, child, { kind: themeMoved, at, reason: form.reason, before, after })
      }
      await followExamples(tx, from.id, into.id, null)
      await tx
        .update(themes)
        .set({ retiredAt: at, retiredBy: actor.personId, mergedInto: into.id })
        .where(eq(themes.id, from.id))
      await remember(tx, actor, from, {
        ...{ kind: themeMerged, at, reason: form.reason, otherThemeId: into.id },
        after: moved,
      })
      return { themeId: into.id, ...moved }
    })
  }, patience)
}

/**
 * Moves chosen passages from a theme to a new one, or on to one that stands. Done page by page, so `into` is the theme
 * that the first page made.
 */
export function splitTheme(actor: Actor, strategyId: string, themeId: string, form: SplitForm) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'split-theme', async () => {
      const list = await holdCodebook(tx, strategyId)
      const from = list.find(({ id }) => id === themeId)
      if (!from) return refuse('not-found')
      if (from.retiredAt) return refuse(from.mergedInto ? 'theme-merged' : 'theme-retired')
      if (form.passages.length === 0) return refuse('nothing-chosen')
      await holdThemes(tx, [from.id])
      const target = form.into ? standingTarget(list, from.id, form.into) : null
      if (target && 'refusal' in target) return target
      const made = target ?? (await newTheme(tx, actor, list, from, form))
      if ('refusal' in made) return made
      await holdThemes(tx, [made.themeId])
      const at = await databaseNow(tx)
      const move = { from: from.id, into: made.themeId, strategyId, at, passages: form.passages }
      const moved = await moveTaggings(tx, actor, move)
      if (moved.passages === 0) throw new NothingMoved()
      await followExamples(tx, from.id, made.themeId, form.passages)
      await remember(tx, actor, from, {
        ...{ kind: themeSplit, at, reason: form.reason, otherThemeId: made.themeId },
        after: moved,
      })
      return { themeId: made.themeId, ...moved }
    })
  }, patience).catch((error: unknown) => {
    if (error instanceof NothingMoved) return refuse('already-moved')
    throw error
  })
}

/** Somebody else moved all of the chosen passages meanwhile: the new theme is not made either. */
class NothingMoved extends Error {
  override name = 'NothingMoved'
}

type Theme = Awaited<ReturnType<typeof holdCodebook>>[number]

function standingTarget(list: readonly PlacedTheme[], from: string, into: string) {
  const target = list.find(({ id }) => id === into)
  if (!target) return refuse('into-not-found')
  if (target.id === from) return refuse('into-itself')
  if (target.retiredAt) return refuse(target.mergedInto ? 'into-merged' : 'into-retired')
  return { themeId: target.id }
}

async function newTheme(tx: Transaction, actor: Actor, list: Theme[], from: Theme, form: SplitForm) {
  if (!form.reason?.trim()) return refuse('reason-missing')
  const draft = draftOf(form)
  const codes = list.map(({ code }) => code)
  const reason = themeRefusal(draft, codes)
  if (reason) return refuse(reason)
  const { strategyId, parentId } = from
  return createTheme(tx, actor, { strategyId, standing: list, draft, parentId, silent: true })
}

/** Held, so that nobody tags with a theme, or takes it off, while its taggings are moved. In one order for everyone. */
async function holdThemes(tx: Transaction, ids: string[]) {
  await tx
    .select({ id: themes.id })
    .from(themes)
    .where(inArray(themes.id, ids))
    .orderBy(themes.id)
    .for('update')
}

type Move = { from: string; into: string; strategyId: string; at: Date; passages?: readonly string[] }

async function moveTaggings(tx: Transaction, actor: Actor, { from, into, strategyId, at, passages }: Move) {
  const moving = await standingTaggings(tx, from, passages)
  const there = await standingTaggings(tx, into)
  const plan = retagged(moving, there)
  // One value each, however many: both themes are held meanwhile.
  await tx
    .update(taggings)
    .set({ removedAt: at, removedBy: actor.personId })
    .where(sql`${taggings.id} = any(${sql.param(`{${plan.remove.join(',')}}`)}::uuid[])`)
  const made = JSON.stringify(plan.make.map((tagging) => ({ id: v7(), ...tagging })))
  await tx.execute(sql`
    insert into ${taggings} (id, strategy_id, theme_id, tagged_at, passage_id, position, tagged_by, follows_id)
    select id, ${strategyId}::uuid, ${into}::uuid, ${at.toISOString()}::timestamptz, "passageId", position, "taggedBy", "followsId"
    from jsonb_to_recordset(${made}::text::jsonb) as made (id uuid, "passageId" uuid, position text, "taggedBy" uuid, "followsId" uuid)`)
  const touched = moving.map(({ passageId }) => passageId)
  await enqueuePassages(tx, strategyId, touched)
  return { passages: touched.length, disagreeing: plan.disagreeing }
}

/** Passages still tagged with what became part of a theme before, which are found by what that becomes part of now. */
async function leftOnMerged(tx: Transaction, themeId: string) {
  const rows = await tx
    .selectDistinct({ passageId: taggings.passageId })
    .from(taggings)
    .innerJoin(themes, eq(themes.id, taggings.themeId))
    .where(
      and(
        isNotNull(themes.mergedInto),
        isNull(taggings.removedAt),
        sql`${themes.id} in (${themesOf(sql`${themeId}::uuid`)})`,
      ),
    )
  return rows.map(({ passageId }) => passageId)
}

async function standingTaggings(tx: Transaction, themeId: string, passages?: readonly string[]) {
  const rows = await tx
    .select({
      ...{ id: taggings.id, passageId: taggings.passageId },
      ...{ position: taggings.position, taggedBy: taggings.taggedBy },
    })
    .from(taggings)
    .where(
      and(
        eq(taggings.themeId, themeId),
        isNull(taggings.removedAt),
        passages && inArray(taggings.passageId, [...passages]),
      ),
    )
    .orderBy(taggings.id)
    .for('update')
  return rows.map((row) => ({ ...row, position: positionOf(row.position) }))
}

/** Passages that showed what the theme means show what the other means now; a merged theme keeps its own for the record. */
async function followExamples(
  tx: Transaction,
  from: string,
  into: string,
  passages: readonly string[] | null,
) {
  const chosen = and(
    eq(themeExamples.themeId, from),
    passages ? inArray(themeExamples.passageId, [...passages]) : undefined,
  )
  const rows = await tx.select().from(themeExamples).where(chosen)
  if (rows.length === 0) return
  await tx
    .insert(themeExamples)
    .values(rows.map((row) => ({ ...row, themeId: into })))
    .onConflictDoNothing()
  if (passages) await tx.delete(themeExamples).where(chosen)
}
