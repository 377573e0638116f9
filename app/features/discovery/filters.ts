import { type FacetName, type FacetSelection, facetNames } from '#search/port.ts'

/** What each facet is called in an address. */
const parameters: Record<FacetName, string> = {
  round: 'rounds',
  organisationKind: 'kind',
  county: 'county',
  question: 'question',
  language: 'lang',
  theme: 'theme',
  position: 'position',
  tagged: 'tagged',
}

/** More values than this of one facet are not read from an address. */
const mostValues = 50

/** Ways of seeing what was found: each passage, the inputs they stand in, or each match amid its words. */
export const views = ['passages', 'inputs', 'words'] as const
export type View = (typeof views)[number]

/**
 * A search as its address says it: what was typed, what was chosen, and which page. `any`: one of the words is enough.
 * `compounds`: compounds of the words are looked for too. `input`: within this input only.
 */
export type Filters = {
  text: string
  any: boolean
  compounds: boolean
  show: View
  input: string | null
  selected: FacetSelection
  page: number
}

/** The name a facet has in forms and addresses. */
export const parameterOf = (facet: FacetName) => parameters[facet]

/** Reads a search from an address. Whatever anyone writes there is a search, if a meaningless one. */
export function filtersOf(given: URLSearchParams): Filters {
  const chosen = facetNames.map((facet) => [facet, valuesOf(given, facet)] as const)
  const page = Number.parseInt(given.get('page') ?? '1', 10)
  const input = given.get('input')
  return {
    text: given.get('q')?.trim() ?? '',
    any: given.get('any') === '1',
    compounds: given.get('compounds') === '1',
    show: views.find((view) => view === given.get('show')) ?? 'passages',
    input: input && uuid.test(input) ? input : null,
    selected: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    page: Number.isFinite(page) ? Math.min(1_000, Math.max(1, page)) : 1,
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function valuesOf(given: URLSearchParams, facet: FacetName): string[] {
  // What cannot be stored is the value of nothing that is.
  const values = given.getAll(parameters[facet]).filter((value) => /^[^\0\p{Cs}]{1,200}$/u.test(value))
  return [...new Set(values)].slice(0, mostValues)
}

/** The parameters of a search, with those that must be kept whatever is chosen; what is usual goes without saying. */
export function parametersOf(filters: Filters, kept: Record<string, string> = {}): URLSearchParams {
  const search = new URLSearchParams(kept)
  if (filters.text !== '') search.set('q', filters.text)
  if (filters.any) search.set('any', '1')
  if (filters.compounds) search.set('compounds', '1')
  if (filters.show !== 'passages') search.set('show', filters.show)
  if (filters.input) search.set('input', filters.input)
  for (const facet of facetNames)
    for (const value of filters.selected[facet] ?? []) search.append(parameters[facet], value)
  if (filters.page > 1) search.set('page', String(filters.page))
  return search
}

/** The address of a search, with what must be kept whatever is chosen. */
export function addressOf(action: string, filters: Filters, kept: Record<string, string> = {}): string {
  const search = parametersOf(filters, kept)
  return search.size > 0 ? `${action}?${search}` : action
}

/** The search without one of its chosen values, from the first page. */
export function withoutValue(filters: Filters, facet: FacetName, value: string): Filters {
  const left = (filters.selected[facet] ?? []).filter((one) => one !== value)
  const { [facet]: _, ...others } = filters.selected
  return { ...filters, selected: left.length > 0 ? { ...others, [facet]: left } : others, page: 1 }
}

/** The same words looked for everywhere. */
export const withoutLimits = (filters: Filters): Filters => ({
  ...filters,
  input: null,
  selected: {},
  page: 1,
})

/** Whether anything but words narrows the search. */
export const isLimited = ({ input, selected }: Filters) => input !== null || Object.keys(selected).length > 0

/** The search with one word exchanged for another, every time it stands alone in what was typed. */
export function withWord(filters: Filters, word: string, instead: string): Filters {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const alone = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')
  return { ...filters, text: filters.text.replace(alone, () => instead), page: 1 }
}
