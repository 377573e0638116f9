import type { FacetName } from '#search/port.ts'
import { formatTag, type Locale } from '../../platform/locale.ts'

/** One value of a facet to choose. */
export type FacetOption = { value: string; label: string; count: number; checked: boolean }

/** A facet as it is drawn: its values with names and numbers. Chosen values stand there also without any hits. */
export type FacetView = { name: FacetName; options: FacetOption[] }

/** How many values of a facet are shown at first, and when it is not worth hiding the rest. */
const shownAtFirst = 10
const fewToHide = 3

/**
 * Joins counted values with chosen ones, and names them; values without a name are left out. The commonest first, and of
 * those that are as common in the order of the reader's language.
 */
export function facetView(
  name: FacetName,
  counted: readonly { value: string; count: number }[],
  chosen: readonly string[],
  labelOf: (value: string) => string | undefined,
  locale: Locale = 'nb',
): FacetView {
  const tag = formatTag(locale)
  const missing = chosen.filter((value) => !counted.some((one) => one.value === value))
  const options = [...counted, ...missing.map((value) => ({ value, count: 0 }))].flatMap(
    ({ value, count }) => {
      const label = labelOf(value)
      return label === undefined ? [] : [{ value, label, count, checked: chosen.includes(value) }]
    },
  )
  return { name, options: options.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, tag)) }
}

/** Whether choosing in this facet could change anything: not when everything found has the one value there is. */
export function narrows({ options }: FacetView, total: number): boolean {
  const [only, ...others] = options
  return only !== undefined && (others.length > 0 || only.checked || only.count !== total)
}

/** The commonest values and those chosen, and the rest, which can be folded away. */
export function foldedOptions(options: readonly FacetOption[]): {
  first: FacetOption[]
  rest: FacetOption[]
} {
  if (options.length <= shownAtFirst + fewToHide) return { first: [...options], rest: [] }
  const first = options.filter(({ checked }, place) => place < shownAtFirst || checked)
  return { first, rest: options.filter((option) => !first.includes(option)) }
}
