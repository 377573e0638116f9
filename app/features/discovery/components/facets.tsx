import { useFormatter, useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { type FacetOption, type FacetView, foldedOptions } from '../facets.ts'
import { type Filters, parameterOf, parametersOf } from '../filters.ts'

export type FacetsProps = {
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
  if (facets.length === 0) return <p className="in-small in-muted">{t('nothingToChoose')}</p>
  const hidden = [...parametersOf({ ...filters, selected: {}, page: 1 }, kept)]
  const counted = (options: FacetOption[]) =>
    options.map((option) => ({ ...option, count: format.number(option.count) }))
  return (
    <form action={action} method="get">
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="in-small in-muted">{t('counts', { show: filters.show })}</p>
      {facets.map(({ name, options }, place) => {
        const { first, rest } = foldedOptions(options)
        return (
          <Facet
            key={name}
            name={parameterOf(name)}
            legend={t(`facet.${name}`)}
            open={place === 0 || options.some(({ checked }) => checked)}
            options={counted(first)}
            more={{ label: t('moreValues', { count: rest.length }), options: counted(rest) }}
          />
        )
      })}
      <Button variant="secondary">{t('narrow')}</Button>
    </form>
  )
}
