import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { strategies, strategyStaff, themes } from '#db/schema/index.ts'
import { colourOf, inTreeOrder, MOST_THEMES, placeRefusal, successorOf } from './codebook.ts'
import type { ThemeForm } from './codebook-forms.ts'
import { codebookRefusal } from './policy.ts'
import { themeColour, themeRefusal } from './theme.ts'
import { themeCreated, themeEdited, themeRenamed } from './theme-events.ts'
import { remember, textMark } from './theme-history.server.ts'
import { changesOf, type Draft, draftOf } from './theme-text.ts'

/** One writer of a codebook at a time, so that codes stay apart and two merges see one another. All its themes. */
export async function holdCodebook(tx: Transaction, strategyId: string) {
  await tx
    .select({ id: strategies.id })
    .from(strategies)
    .where(eq(strategies.id, strategyId))
    .for('no key update')
  return tx.select().from(themes).where(eq(themes.strategyId, strategyId)).limit(MOST_THEMES)
}

/** Writes a new theme, or what a theme says. Whoever wrote from an older text than the one there now is told. */
export function writeTheme(actor: Actor, strategyId: string, form: ThemeForm & { theme?: string }) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'write-theme', async () => {
      const standing = await holdCodebook(tx, strategyId)
      const own = standing.find(({ id }) => id === form.theme)
      if (form.theme && (!own || own.retiredAt)) return refuse('not-found')
      if (own && form.seen !== undefined && form.seen !== textMark(own)) return refuse('changed-meanwhile')
      const draft = draftOf(form)
      const others = standing.filter((theme) => theme !== own)
      const codes = others.map(({ code }) => code)
      const assignee = draft.assigneeId === own?.assigneeId ? null : draft.assigneeId
      const reason = themeRefusal(draft, codes) ?? (await assigneeRefusal(tx, strategyId, assignee))
      if (reason) return refuse(reason)
      if (own) return editTheme(tx, actor, own, draft, form.reason)
      return createTheme(tx, actor, { strategyId, standing, draft, parentId: form.parent ?? null })
    })
  })
}

async function assigneeRefusal(tx: Transaction, strategyId: string, assigneeId: string | null) {
  if (!assigneeId) return null
  const [found] = await tx
    .select({ id: strategyStaff.personId })
    .from(strategyStaff)
    .where(
      and(
        ...[eq(strategyStaff.strategyId, strategyId), eq(strategyStaff.personId, assigneeId)],
        isNull(strategyStaff.endedAt),
      ),
    )
    .limit(1)
  return found ? null : ('assignee-not-staff' as const)
}

type Theme = Awaited<ReturnType<typeof holdCodebook>>[number]

/** Where a new theme goes, and what it says. `silent` leaves it to the caller to say how it came to be. */
type NewTheme = {
  strategyId: string
  standing: Theme[]
  draft: Draft
  parentId: string | null
  silent?: true
}

/** A new theme, last among its siblings, in the colour of its branch or, at the top, in the next one. */
export async function createTheme(
  tx: Transaction,
  actor: Actor,
  { strategyId, standing, draft, parentId, silent }: NewTheme,
) {
  if (standing.length >= MOST_THEMES) return refuse('too-many-themes')
  const refusal = placeRefusal(standing, null, parentId)
  if (refusal) return refuse(refusal)
  const at = await databaseNow(tx)
  const roots = standing.filter((theme) => theme.parentId === null)
  const [made] = await tx
    .insert(themes)
    .values({
      ...{ ...draft, strategyId, parentId, createdBy: actor.personId, createdAt: at },
      colour: parentId ? colourOf(standing, parentId) : themeColour(roots.length),
      position: Math.max(0, ...standing.map(({ position }) => position)) + 1,
    })
    .returning()
  if (!made) throw new Error('The theme was not written')
  await renumber(tx, [...standing, made])
  if (!silent)
    await remember(tx, actor, made, {
      ...{ kind: themeCreated, at, after: { code: draft.code, title: draft.title, parentId } },
    })
  return { themeId: made.id }
}

/** The codebook's order as numbers, so that whoever sorts by them reads it as a tree. */
export async function renumber(tx: Transaction, list: readonly Theme[]) {
  const moved = inTreeOrder(list).flatMap(({ id, position }, at) =>
    position === at + 1 ? [] : [{ id, position: at + 1 }],
  )
  await setPositions(tx, moved)
}

/** Gives themes their places. */
export async function setPositions(tx: Transaction, places: readonly { id: string; position: number }[]) {
  if (places.length === 0) return
  const rows = places.map(({ id, position }) => sql`(${id}::uuid, ${position}::int)`)
  await tx.execute(sql`
    update ${themes} set position = placed.position
    from (values ${sql.join(rows, sql`, `)}) as placed(id, position) where ${themes.id} = placed.id`)
}

async function editTheme(tx: Transaction, actor: Actor, own: Theme, draft: Draft, reason?: string) {
  const { renamed, edited } = changesOf(own, draft)
  if (!renamed && !edited) return { themeId: own.id }
  const at = await databaseNow(tx)
  await tx.update(themes).set(draft).where(eq(themes.id, own.id))
  if (renamed) await remember(tx, actor, own, { kind: themeRenamed, at, reason, ...renamed })
  if (edited) await remember(tx, actor, own, { kind: themeEdited, at, reason, ...edited })
  return { themeId: own.id }
}

/** The theme that stands where somebody looks for one: a merged theme gives what it became part of. */
export async function standingTheme(tx: Transaction, strategyId: string, themeId: string) {
  const list = await tx
    .select({
      ...{ id: themes.id, mergedInto: themes.mergedInto, retiredAt: themes.retiredAt },
      ...{ code: themes.code, title: themes.title },
    })
    .from(themes)
    .where(eq(themes.strategyId, strategyId))
    .limit(MOST_THEMES)
  return successorOf(list, themeId) ?? null
}
