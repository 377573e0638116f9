import { z } from 'zod'
import { type FacetSelection, facetNames } from '#search/port.ts'
import { typedOf } from '#search/query/writing.ts'
import { parseQuery, type QueryRefusal } from '#search/query.ts'
import { maxDistance, type TypedQuery } from '#search/tree.ts'
import { type Filters, filtersOf } from './filters.ts'

/** The form searches are stored in today. What is stored in another is not guessed at. */
export const currentForm = 1

/** A search as it is kept: what was typed as a tree, and what was chosen beside it. Which page was seen is not kept. */
export type StoredSearch = {
  form: typeof currentForm
  query: TypedQuery
  input: string | null
  selected: FacetSelection
}

/** Why a stored search cannot be read: it is of another form than ours, or is not what that form says. */
export type ReadRefusal = 'unknown-form' | 'unreadable'

/**
 * A search to be stored. Refuses what cannot be searched for, and what would not be the same search when it is read.
 * Words of which one is enough are kept as alternatives.
 */
export function storedSearch(filters: Filters): StoredSearch | { refusal: QueryRefusal } {
  const { text, any, compounds, input, selected } = filters
  const parsed = parseQuery(text, { any, compounds })
  if ('refusal' in parsed) return { refusal: parsed.refusal }
  const again = parseQuery(typedOf(parsed.query), { compounds })
  if ('refusal' in again) return { refusal: again.refusal }
  return { form: currentForm, query: parsed.query, input, selected }
}

/** A stored search as one may open it. */
export function filtersOfStored(stored: unknown): Filters | { refusal: ReadRefusal } {
  const search = readStored(stored)
  if ('refusal' in search) return search
  const { query, input, selected } = search
  const compounds = hasCompounds(query)
  return { ...filtersOf(new URLSearchParams()), text: typedOf(query), compounds, input, selected }
}

/** What was stored, if it is of the form we know and means what it says. */
export function readStored(stored: unknown): StoredSearch | { refusal: ReadRefusal } {
  const { form } = z.object({ form: z.unknown() }).catch({ form: undefined }).parse(stored)
  if (form !== currentForm) return { refusal: 'unknown-form' }
  const search = searchShape.safeParse(stored).data
  if (!search) return { refusal: 'unreadable' }
  const text = typedOf(search.query)
  const parsed = parseQuery(text, { compounds: hasCompounds(search.query) })
  return 'query' in parsed && typedOf(parsed.query) === text ? search : { refusal: 'unreadable' }
}

/** A theme as it is now: in use, out of use, or part of another. */
export type ThemeNow = { id: string; retired: boolean; mergedInto: string | null }

/** What has become of a chosen theme: it is part of another, out of use, or not there for this reader. */
type ThemeChange =
  | { kind: 'merged'; from: string; to: string }
  | { kind: 'retired'; theme: string }
  | { kind: 'gone' }

/**
 * A search with its themes as they are now: the theme that one became part of takes its place. A theme out of use is
 * kept, for what it was put on still has it; one that is not there is left out. What was changed is told.
 */
export function withThemesNow(
  filters: Filters,
  themes: readonly ThemeNow[],
): { filters: Filters; changes: ThemeChange[] } {
  const chosen = filters.selected.theme ?? []
  const changes: ThemeChange[] = []
  const now = chosen.flatMap((id) => {
    const theme = successorOf(id, themes)
    if (!theme) {
      changes.push({ kind: 'gone' })
      return []
    }
    if (theme.id !== id) changes.push({ kind: 'merged', from: id, to: theme.id })
    if (theme.retired) changes.push({ kind: 'retired', theme: theme.id })
    return [theme.id]
  })
  const { theme: _, ...others } = filters.selected
  const selected = now.length > 0 ? { ...others, theme: [...new Set(now)] } : others
  return { filters: { ...filters, selected }, changes }
}

/** The theme that one has become part of, itself when it has not; null when it is not among them. */
export function successorOf<Theme extends ThemeNow>(id: string, themes: readonly Theme[]): Theme | null {
  const seen = new Set<string>()
  let theme = themes.find((one) => one.id === id)
  for (; theme?.mergedInto && !seen.has(theme.id); ) {
    seen.add(theme.id)
    const { mergedInto } = theme
    theme = themes.find((one) => one.id === mergedInto)
  }
  return theme ?? null
}

/** Whether there is nothing to look for: neither words nor anything that narrows. */
export const asksForAll = ({ query, input, selected }: StoredSearch) =>
  query.kind === 'all' && input === null && Object.keys(selected).length === 0

function hasCompounds(query: TypedQuery): boolean {
  if (query.kind === 'not') return hasCompounds(query.child)
  if (query.kind === 'and' || query.kind === 'or') return query.children.some(hasCompounds)
  return query.kind === 'compounds'
}

const text = z.string().min(1).max(500)
const words = z.array(text).min(1).max(64)
const match = z.enum(['inflected', 'exact'])
const field = z.enum(['body', 'sender']).optional()

const leaf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('term'), text, match, field }),
  z.object({ kind: z.literal('prefix'), text, field }),
  z.object({ kind: z.literal('phrase'), words, match, field }),
  z.object({
    ...{ kind: z.literal('near'), words: z.tuple([text, text]), match },
    distance: z.int().min(1).max(maxDistance),
  }),
  z.object({ kind: z.literal('language'), lang: text }),
  z.object({ kind: z.enum(['fuzzy', 'infix', 'compounds']), text }),
])

const tree: z.ZodType<TypedQuery> = z.lazy(() =>
  z.union([
    leaf,
    z.object({ kind: z.enum(['and', 'or']), children: z.array(tree).min(1).max(64) }),
    z.object({ kind: z.literal('not'), child: tree }),
  ]),
) as z.ZodType<TypedQuery>

const searchShape = z.object({
  form: z.literal(currentForm),
  query: tree,
  input: z.uuid().nullable(),
  selected: z.partialRecord(z.enum(facetNames), z.array(z.string().max(200)).min(1).max(50)),
})
