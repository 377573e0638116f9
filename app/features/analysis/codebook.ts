/** A theme as the question of its place in the codebook sees it. */
export type PlacedTheme = {
  id: string
  parentId: string | null
  position: number
  retiredAt: Date | null
  mergedInto: string | null
}

/** How deep a codebook goes: a theme, its sub-themes, theirs, and no more, so that a person can hold it in mind. */
export const DEEPEST = 3

/** How many themes a codebook holds, those out of use included. */
export const MOST_THEMES = 500

/** A theme with its depth, 1 for those at the top. */
export type TreeRow<Theme> = Theme & { depth: number }

/**
 * The themes in the order one reads them: each before its sub-themes, siblings by position. A theme whose parent is not
 * among them stands at the top.
 */
export function inTreeOrder<Theme extends Pick<PlacedTheme, 'id' | 'parentId' | 'position'>>(
  themes: readonly Theme[],
): TreeRow<Theme>[] {
  const known = new Set(themes.map(({ id }) => id))
  const under = new Map<string | null, Theme[]>()
  for (const theme of themes) {
    const parent = theme.parentId !== null && known.has(theme.parentId) ? theme.parentId : null
    under.set(parent, [...(under.get(parent) ?? []), theme])
  }
  const rows: TreeRow<Theme>[] = []
  const visit = (parent: string | null, depth: number) => {
    const siblings = [...(under.get(parent) ?? [])].sort((a, b) => a.position - b.position || order(a, b))
    for (const theme of siblings) {
      rows.push({ ...theme, depth })
      visit(theme.id, depth + 1)
    }
  }
  visit(null, 1)
  return rows
}

const order = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** The theme and the themes above it, itself first. Ends where it meets one again. */
export function lineOf<Theme extends Pick<PlacedTheme, 'id' | 'parentId'>>(
  themes: readonly Theme[],
  id: string,
): Theme[] {
  const line: Theme[] = []
  for (let at = find(themes, id); at && !line.includes(at); at = find(themes, at.parentId)) line.push(at)
  return line
}

/** Everything under a theme, itself left out. */
export function under<Theme extends Pick<PlacedTheme, 'id' | 'parentId'>>(
  themes: readonly Theme[],
  id: string,
): Theme[] {
  return themes.filter((theme) => theme.id !== id && lineOf(themes, theme.id).some((one) => one.id === id))
}

const find = <Theme extends { id: string }>(themes: readonly Theme[], id: string | null) =>
  themes.find((theme) => theme.id === id)

const standing = ({ retiredAt }: Pick<PlacedTheme, 'retiredAt'>) => retiredAt === null

/** How many levels a theme and what stands under it take. */
function height(themes: readonly PlacedTheme[], id: string): number {
  const below = under(themes, id).filter(standing)
  return 1 + Math.max(0, ...below.map((one) => lineOf(themes, one.id).findIndex((two) => two.id === id)))
}

export type PlaceRefusal = 'parent-not-found' | 'parent-retired' | 'under-itself' | 'too-deep'

/** Why a theme may not stand under another; `id` is null for one that is being made. */
export function placeRefusal(
  themes: readonly PlacedTheme[],
  id: string | null,
  parentId: string | null,
): PlaceRefusal | null {
  if (parentId === null) return null
  const parent = find(themes, parentId)
  if (!parent) return 'parent-not-found'
  const line = lineOf(themes, parentId)
  if (id !== null && line.some((one) => one.id === id)) return 'under-itself'
  if (!standing(parent)) return 'parent-retired'
  return line.length + (id === null ? 1 : height(themes, id)) > DEEPEST ? 'too-deep' : null
}

export type MergeRefusal =
  | 'theme-merged'
  | 'theme-retired'
  | 'into-not-found'
  | 'into-itself'
  | 'into-merged'
  | 'into-retired'
  | 'into-own-sub-theme'
  | 'too-deep'

/**
 * Why a theme may not become part of another. Its sub-themes follow it, so it may not go into one of them. What somebody
 * else merged or took out of use meanwhile is said, so that two who merge each other's themes do not undo one another.
 */
export function mergeRefusal(
  themes: readonly PlacedTheme[],
  fromId: string,
  intoId: string,
): MergeRefusal | null {
  const [from, into] = [find(themes, fromId), find(themes, intoId)]
  if (!from || !into) return 'into-not-found'
  if (from === into) return 'into-itself'
  if (from.mergedInto) return 'theme-merged'
  if (!standing(from)) return 'theme-retired'
  if (into.mergedInto) return 'into-merged'
  if (!standing(into)) return 'into-retired'
  const line = lineOf(themes, intoId)
  if (line.some(({ id }) => id === fromId)) return 'into-own-sub-theme'
  return line.length + height(themes, fromId) - 1 > DEEPEST ? 'too-deep' : null
}

/** Why a theme may not be taken out of use: its sub-themes must have somewhere to be first. */
export function retireRefusal(themes: readonly PlacedTheme[], id: string): 'has-sub-themes' | null {
  return themes.some((theme) => theme.parentId === id && standing(theme)) ? 'has-sub-themes' : null
}

/** Why a theme may not come back: what was merged is in another theme now. */
export function restoreRefusal(theme: Pick<PlacedTheme, 'mergedInto'>): 'theme-merged' | null {
  return theme.mergedInto === null ? null : 'theme-merged'
}

/** Where a theme that comes back stands: where it was, or at the top when that place is gone. */
export function restoredPlace(themes: readonly PlacedTheme[], theme: PlacedTheme): string | null {
  return placeRefusal(themes, theme.id, theme.parentId) === null ? theme.parentId : null
}

/** The theme that a merged one has become part of, however often that was merged again; itself when it was not. */
export function successorOf<Theme extends Pick<PlacedTheme, 'id' | 'mergedInto'>>(
  themes: readonly Theme[],
  id: string,
): Theme | undefined {
  const seen = new Set<string>()
  let at = find(themes, id)
  while (at?.mergedInto && !seen.has(at.id)) {
    seen.add(at.id)
    at = find(themes, at.mergedInto)
  }
  return at
}

/** The places of all themes when one of them is put under a parent, before a sibling or last. */
export function replaced<Theme extends Pick<PlacedTheme, 'id' | 'parentId' | 'position'>>(
  themes: readonly Theme[],
  moved: { id: string; parentId: string | null; before: string | null },
): { id: string; position: number }[] {
  const target = find(themes, moved.before)
  const position =
    target && target.parentId === moved.parentId ? target.position - 0.5 : Number.MAX_SAFE_INTEGER
  const after = themes.map(({ id, parentId, position: was }) =>
    id === moved.id ? { id, parentId: moved.parentId, position } : { id, parentId, position: was },
  )
  return inTreeOrder(after).map(({ id }, at) => ({ id, position: at + 1 }))
}

/** The colour of each theme: that of the theme at the top of its line, so that a branch is one colour. */
export function colourOf<Theme extends Pick<PlacedTheme, 'id' | 'parentId'> & { colour: number }>(
  themes: readonly Theme[],
  id: string,
): number {
  return lineOf(themes, id).at(-1)?.colour ?? 1
}
