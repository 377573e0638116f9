import { eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { themes } from '#db/schema/index.ts'
import { holdCodebook, setPositions } from './codebook.server.ts'
import { placeRefusal, replaced, restoredPlace, restoreRefusal, retireRefusal, under } from './codebook.ts'
import type { MoveForm } from './codebook-forms.ts'
import { codebookRefusal } from './policy.ts'
import { themeMoved, themeRestored, themeRetired } from './theme-events.ts'
import { remember } from './theme-history.server.ts'

type Theme = Awaited<ReturnType<typeof holdCodebook>>[number]
type Given = { strategyId: string; themeId: string; key: string; operation: string }

/** What every change of a theme's place begins with: the policy, the codebook held, the theme found, done once. */
function withTheme<T extends object>(
  actor: Actor,
  { strategyId, themeId, key, operation }: Given,
  work: (tx: Transaction, theme: Theme, list: Theme[]) => Promise<T>,
) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, operation, async () => {
      const list = await holdCodebook(tx, strategyId)
      const theme = list.find(({ id }) => id === themeId)
      return theme ? work(tx, theme, list) : refuse('not-found')
    })
  })
}

/** Puts a theme, with what stands under it, under another or at the top, before a sibling or last. */
export function moveTheme(actor: Actor, strategyId: string, themeId: string, form: MoveForm) {
  const { key, reason, before = null } = form
  const given = { strategyId, themeId, key, operation: 'move-theme' }
  return withTheme(actor, given, async (tx, theme, list) => {
    if (theme.retiredAt) return refuse(theme.mergedInto ? 'theme-merged' : 'theme-retired')
    const parentId = form.parent ?? null
    const refusal = placeRefusal(list, themeId, parentId)
    if (refusal) return refuse(refusal)
    const at = await databaseNow(tx)
    if (parentId !== theme.parentId) await putUnder(tx, list, theme, parentId)
    const places = replaced(list, { id: themeId, parentId, before })
    await setPositions(
      tx,
      places.filter(({ id, position }) => list.some((one) => one.id === id && one.position !== position)),
    )
    await remember(tx, actor, theme, {
      ...{ kind: themeMoved, at, reason },
      ...{ before: { parentId: theme.parentId }, after: { parentId } },
    })
    return { themeId }
  })
}

/** Gives a theme its new parent; it and what stands under it take the colour of the branch they come into. */
export async function putUnder(tx: Transaction, list: Theme[], theme: Theme, parentId: string | null) {
  await tx.update(themes).set({ parentId }).where(eq(themes.id, theme.id))
  const parent = list.find(({ id }) => id === parentId)
  if (!parent || parent.colour === theme.colour) return
  const branch = [theme, ...under(list, theme.id)].map(({ id }) => id)
  await tx.update(themes).set({ colour: parent.colour }).where(inArray(themes.id, branch))
}

type Reasoned = { key: string; reason?: string | undefined }

/** Takes a theme out of use. What is tagged with it stays tagged; nobody tags with it any more. */
export function retireTheme(actor: Actor, strategyId: string, themeId: string, { key, reason }: Reasoned) {
  const given = { strategyId, themeId, key, operation: 'retire-theme' }
  return withTheme(actor, given, async (tx, theme, list) => {
    if (theme.mergedInto) return refuse('theme-merged')
    if (theme.retiredAt) return { themeId }
    const refusal = retireRefusal(list, themeId)
    if (refusal) return refuse(refusal)
    const at = await databaseNow(tx)
    await tx.update(themes).set({ retiredAt: at, retiredBy: actor.personId }).where(eq(themes.id, themeId))
    await remember(tx, actor, theme, { kind: themeRetired, at, reason })
    return { themeId }
  })
}

/** Takes a theme into use again, where it stood, or at the top when there is no such place any more. */
export function restoreTheme(actor: Actor, strategyId: string, themeId: string, { key, reason }: Reasoned) {
  const given = { strategyId, themeId, key, operation: 'restore-theme' }
  return withTheme(actor, given, async (tx, theme, list) => {
    const refusal = restoreRefusal(theme)
    if (refusal) return refuse(refusal)
    if (!theme.retiredAt) return { themeId }
    const at = await databaseNow(tx)
    const parentId = restoredPlace(list, theme)
    await tx.update(themes).set({ retiredAt: null, retiredBy: null, parentId }).where(eq(themes.id, themeId))
    await remember(tx, actor, theme, {
      ...{ kind: themeRestored, at, reason },
      ...{ before: { parentId: theme.parentId }, after: { parentId } },
    })
    return { themeId }
  })
}
