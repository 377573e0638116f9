import { type LocalisedText, pick, type TextLanguage } from '../../platform/localised-text.ts'
import { type PlacedTheme, placeRefusal, type TreeRow } from './codebook.ts'

type Named = PlacedTheme & { code: string; title: LocalisedText }

export type ThemeChoice = { value: string; label: string }

const nameOf = ({ code, title, depth }: TreeRow<Named>, locale: TextLanguage) =>
  `${'– '.repeat(depth - 1)}${code} ${pick(title, locale).text}`

/** The themes another may stand under, as a list to choose from; `id` is null for one that is being made. */
export function parentOptions(
  tree: readonly TreeRow<Named>[],
  locale: TextLanguage,
  id: string | null,
): ThemeChoice[] {
  return tree
    .filter((theme) => !theme.retiredAt && placeRefusal(tree, id, theme.id) === null)
    .map((theme) => ({ value: theme.id, label: nameOf(theme, locale) }))
}

/** The themes in use, one left out, as a list to choose from. */
export function themeOptions(
  tree: readonly TreeRow<Named>[],
  locale: TextLanguage,
  without: string,
): ThemeChoice[] {
  return tree
    .filter(({ id, retiredAt }) => id !== without && !retiredAt)
    .map((theme) => ({ value: theme.id, label: nameOf(theme, locale) }))
}

/**
 * Before which sibling a theme comes when it goes one up or one down; null is last, undefined where it is first or last
 * already.
 */
export function stepsOf(
  tree: readonly TreeRow<PlacedTheme>[],
  id: string,
): { up: string | undefined; down: string | null | undefined } {
  const own = tree.find((theme) => theme.id === id)
  const siblings = tree.filter(({ parentId, retiredAt }) => parentId === own?.parentId && !retiredAt)
  const at = siblings.findIndex((theme) => theme.id === id)
  if (at < 0) return { up: undefined, down: undefined }
  return {
    up: siblings[at - 1]?.id,
    down: at === siblings.length - 1 ? undefined : (siblings[at + 2]?.id ?? null),
  }
}
