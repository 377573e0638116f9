import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'

type Group = { kind: string; county: string | null; inputs: number }

/** Narrows a list of inputs to one kind of sender or one county. Each choice says how many it has. */
export function InputFilterForm({
  action,
  filter,
  groups,
  counties,
}: {
  action: string
  filter: { kind: string | null; county: string | null }
  groups: readonly Group[]
  counties: ReadonlyMap<string, string>
}) {
  const t = useTranslations('public')
  const locale = useLocale()
  const byName = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, locale)
  const kinds = [...totals(groups, ({ kind }) => kind)].map(([value, inputs]) => ({
    value,
    label: `${t(senderKindKey(value))} (${inputs})`,
  }))
  const places = [...totals(groups, ({ county }) => county)].flatMap(([value, inputs]) => {
    const name = counties.get(value)
    return name ? [{ value, label: `${name} (${inputs})` }] : []
  })
  return (
    <form action={action} method="get" className="in-filter">
      <Select
        name="kind"
        label={t('inputs.kind')}
        options={kinds.sort(byName)}
        emptyLabel={t('inputs.allKinds')}
        defaultValue={filter.kind ?? ''}
      />
      <Select
        name="county"
        label={t('inputs.county')}
        options={places.sort(byName)}
        emptyLabel={t('inputs.allCounties')}
        defaultValue={filter.county ?? ''}
      />
      <Button variant="secondary">{t('inputs.show')}</Button>
    </form>
  )
}

function totals(groups: readonly Group[], by: (group: Group) => string | null): Map<string, number> {
  const counted = new Map<string, number>()
  for (const group of groups) {
    const value = by(group)
    if (value !== null) counted.set(value, (counted.get(value) ?? 0) + group.inputs)
  }
  return counted
}
