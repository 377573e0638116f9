import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { DataTable } from '#app/ui/table.tsx'
import { type LedgerGroup, type LedgerTotal, ledgerTotal, ledgerTotalsBy } from '../ledger.ts'

type Totals = { groups: readonly LedgerGroup[]; over: boolean }

/** Whom a round asked and what came of it, by kind of sender. */
export function LedgerByKind({ groups, over }: Totals) {
  const t = useTranslations('public')
  return (
    <TotalsTable
      caption={t('ledger.page.kindCaption')}
      first={t('ledger.page.kind')}
      rows={ledgerTotalsBy(groups, 'kind').map(({ key, ...total }) => ({
        key,
        label: t(senderKindKey(key)),
        total,
      }))}
      sum={ledgerTotal(groups)}
      over={over}
    />
  )
}

/** How far the municipalities of each county are heard. */
export function LedgerByCounty({
  groups,
  over,
  counties,
}: Totals & { counties: ReadonlyMap<string, string> }) {
  const t = useTranslations('public.ledger.page')
  const own = groups.filter(({ kind }) => kind === 'municipality')
  return (
    <TotalsTable
      caption={t('countyCaption')}
      first={t('county')}
      rows={ledgerTotalsBy(own, 'county').map(({ key, ...total }) => ({
        key: key ?? '',
        label: counties.get(key ?? '') ?? t('noCounty'),
        total,
      }))}
      sum={ledgerTotal(own)}
      over={over}
    />
  )
}

function TotalsTable(props: {
  caption: string
  first: string
  rows: { key: string; label: string; total: LedgerTotal }[]
  sum: LedgerTotal
  over: boolean
}) {
  const t = useTranslations('public.ledger.page')
  const locale = useLocale()
  const format = useFormatter()
  const cells = ({ invited, answered, noRemarks, silent, late }: LedgerTotal) => [
    t('shareOf', { heard: answered + noRemarks, invited }),
    format.number(answered),
    format.number(noRemarks),
    format.number(silent),
    format.number(late),
  ]
  const column = (key: string, label: string) => ({ key, label, numeric: true })
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={[
        { key: 'first', label: props.first },
        column('share', t('share')),
        column('answered', t('answered')),
        column('noRemarks', t('noRemarks')),
        column('silent', t(props.over ? 'silent' : 'silentSoFar')),
        column('late', t('late')),
      ]}
      rows={props.rows
        .toSorted((one, other) => one.label.localeCompare(other.label, locale))
        .map(({ key, label, total }) => ({ key, cells: [label, ...cells(total)] }))}
      foot={[t('sum'), ...cells(props.sum)]}
    />
  )
}
