import { useFormatter, useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Chip, Chips } from '#app/ui/chip.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { type FacetView, type Filters, parameterOf, parametersOf, withoutValue } from '../filters.ts'

type FacetsProps = {
  /** The address searched at, without parameters. */
  action: string
  filters: Filters
  facets: readonly FacetView[]
  /** What else the address says and must go on saying. */
  kept?: Record<string, string>
}

/** The filters of a search, as one form with its own button. Numbers say how many hits each choice has. */
export function Facets({ action, filters, facets, kept = {} }: FacetsProps) {
  const t = useTranslations('public.search')
  const format = useFormatter()
  if (facets.length === 0) return null
  const hidden = Object.entries({ ...kept, ...(filters.text && { q: filters.text }) })
  return (
    <form action={action} method="get">
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {facets.map(({ name, options }, place) => (
        <Facet
          key={name}
          name={parameterOf(name)}
          legend={t(`facet.${name}`)}
          open={place === 0 || options.some(({ checked }) => checked)}
          options={options.map((option) => ({ ...option, count: format.number(option.count) }))}
        />
      ))}
      <div className="in-stack in-stack--3">
        <p className="in-small in-muted">{t('counts')}</p>
        <Button variant="secondary">{t('narrow')}</Button>
      </div>
    </form>
  )
}

/** What has been chosen; each can be taken away by itself. */
export function ChosenFilters({ action, filters, facets, kept }: FacetsProps) {
  const t = useTranslations('public.search')
  const chosen = facets.flatMap(({ name, options }) =>
    options.filter(({ checked }) => checked).map(({ value, label }) => ({ name, value, label })),
  )
  if (chosen.length === 0) return null
  return (
    <Chips label={t('chosen')}>
      {chosen.map(({ name, value, label }) => (
        <Chip
          key={`${name} ${value}`}
          href={addressOf(action, withoutValue(filters, name, value), kept)}
          removeLabel={t('remove', { label })}
        >
          {label}
        </Chip>
      ))}
    </Chips>
  )
}

/** The address of a search. */
export function addressOf(action: string, filters: Filters, kept: Record<string, string> = {}): string {
  const search = parametersOf(filters, kept)
  return search.size > 0 ? `${action}?${search}` : action
}
