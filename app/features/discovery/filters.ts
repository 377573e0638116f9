import { type FacetName, type FacetSelection, facetNames } from '#search/port.ts'

/** What each facet is called in an address. */
const parameters: Record<FacetName, string> = {
  organisationKind: 'kind',
  county: 'county',
  question: 'question',
  language: 'lang',
  theme: 'theme',
}

/** More values than this of one facet are not read from an address. */
const mostValues = 50

/** A search as its address says it: what was typed, what was chosen, and which page. */
export type Filters = { text: string; selected: FacetSelection; page: number }

/** The name a facet has in forms and addresses. */
export const parameterOf = (facet: FacetName) => parameters[facet]

/** Reads a search from an address. Whatever anyone writes there is a search, if a meaningless one. */
export function filtersOf(parameters: URLSearchParams): Filters {
  const chosen = facetNames.map((facet) => [facet, valuesOf(parameters, facet)] as const)
  const page = Number.parseInt(parameters.get('page') ?? '1', 10)
  return {
    text: parameters.get('q')?.trim() ?? '',
    selected: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    page: Number.isFinite(page) ? Math.min(1_000, Math.max(1, page)) : 1,
  }
}

function valuesOf(given: URLSearchParams, facet: FacetName): string[] {
  const values = given.getAll(parameters[facet]).filter((value) => value !== '')
  return [...new Set(values)].slice(0, mostValues)
}

/** The parameters of a search, with those that must be kept whatever is chosen; the first page goes without saying. */
export function parametersOf(filters: Filters, kept: Record<string, string> = {}): URLSearchParams {
  const search = new URLSearchParams(kept)
  if (filters.text !== '') search.set('q', filters.text)
  for (const facet of facetNames)
    for (const value of filters.selected[facet] ?? []) search.append(parameters[facet], value)
  if (filters.page > 1) search.set('page', String(filters.page))
  return search
}

/** The search without one of its chosen values, from the first page. */
export function withoutValue(filters: Filters, facet: FacetName, value: string): Filters {
  const left = (filters.selected[facet] ?? []).filter((one) => one !== value)
  const { [facet]: _, ...others } = filters.selected
  return { ...filters, selected: left.length > 0 ? { ...others, [facet]: left } : others, page: 1 }
}

/** A facet as it is drawn: its values with names and numbers. Chosen values stand there also without any hits. */
export type FacetView = {
  name: FacetName
  options: { value: string; label: string; count: number; checked: boolean }[]
}

/** Joins counted values with chosen ones, and names them; values without a name are left out. */
export function facetView(
  name: FacetName,
  counted: readonly { value: string; count: number }[],
  chosen: readonly string[],
  labelOf: (value: string) => string | undefined,
): FacetView {
  const missing = chosen.filter((value) => !counted.some((one) => one.value === value))
  const options = [...counted, ...missing.map((value) => ({ value, count: 0 }))].flatMap(
    ({ value, count }) => {
      const label = labelOf(value)
      return label === undefined ? [] : [{ value, label, count, checked: chosen.includes(value) }]
    },
  )
  return { name, options }
}
