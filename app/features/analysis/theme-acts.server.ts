import type { z } from 'zod'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Refused } from '#app/platform/refusal.ts'
import { writeTheme } from './codebook.server.ts'
import type { themeForm } from './codebook-forms.ts'
import { moveTheme, restoreTheme, retireTheme } from './codebook-structure.server.ts'
import { addExample, removeExample } from './theme-examples.server.ts'
import { mergeTheme, splitTheme } from './theme-merging.server.ts'
import type { CodebookProblem } from './theme-problems.ts'

/** The theme that was changed, or that took its place; and what a merge or a split moved. */
type Changed = { themeId: string; passages?: number; disagreeing?: number }

/** Does what a form of a theme's page asks for; gives the theme, or one that took its place, or why not. */
export async function changeTheme(
  actor: Actor,
  strategyId: string,
  themeId: string,
  form: z.output<typeof themeForm>,
): Promise<Changed | Refused<CodebookProblem> | Refused<'not-found'> | Refused<'forbidden'>> {
  switch (form.act) {
    case 'write':
      return writeTheme(actor, strategyId, { ...form, theme: themeId })
    case 'move':
      return moveTheme(actor, strategyId, themeId, form)
    case 'merge':
      return mergeTheme(actor, strategyId, themeId, form)
    case 'split':
      return splitTheme(actor, strategyId, themeId, form)
    case 'retire':
      return retireTheme(actor, strategyId, themeId, form)
    case 'restore':
      return restoreTheme(actor, strategyId, themeId, form)
    case 'example':
      return addExample(actor, { strategyId, themeId, passageId: form.passage })
    case 'no-example':
      return removeExample(actor, { strategyId, themeId, passageId: form.passage })
  }
}
