import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { LEDGER_CHOICES, type LedgerFilter, type LedgerGroup, ledgerMatches } from '../ledger.ts'

/** Narrows the ledger's list. Each choice says how many it leaves beside the other choices. */
export function LedgerFilterForm({
  action,
  filter,
  groups,
  counties,
}: {
  action: string
  filter: LedgerFilter
  groups: readonly LedgerGroup[]
  counties: ReadonlyMap<string, string>
}) {
  const t = useTranslations('public')
  const locale = useLocale()
  const option = (value: string, label: string, own: Partial<LedgerFilter>) => ({
    value,
    label: t('ledger.page.option', { label, count: ledgerMatches(groups, { ...filter, ...own }) }),
  })
  const byName = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, locale)
  const kinds = [...new Set(groups.map(({ kind }) => kind))]
  const numbers = [...new Set(groups.flatMap(({ county }) => county ?? []))]
  return (
    <form action={action} method="get" className="in-filter">
      <Select
        name="state"
        label={t('ledger.page.state')}
        options={LEDGER_CHOICES.map((state) => option(state, t(`ledger.page.choice.${state}`), { state }))}
        emptyLabel={t('ledger.page.allStates')}
        defaultValue={filter.state ?? ''}
      />
      <Select
        name="kind"
        label={t('ledger.page.kind')}
        options={kinds.map((kind) => option(kind, t(senderKindKey(kind)), { kind })).sort(byName)}
        emptyLabel={t('ledger.page.allKinds')}
        defaultValue={filter.kind ?? ''}
      />
      <Select
        name="county"
        label={t('ledger.page.county')}
        options={numbers
          .flatMap((county) => {
            const name = counties.get(county)
            return name ? [option(county, name, { county })] : []
          })
          .sort(byName)}
        emptyLabel={t('ledger.page.allCounties')}
        defaultValue={filter.county ?? ''}
      />
      <Button variant="secondary">{t('ledger.page.show')}</Button>
    </form>
  )
}
