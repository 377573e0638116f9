import { useFormatter, useTranslations } from 'use-intl/react'
import { Bar, BarKey } from '#app/ui/bars.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { Ledger } from '../ledger.server.ts'

/** How many of the invited municipalities answered, as a sentence, a bar and a table, with the rule of counting. */
export function LedgerTable({ ledger, over, all }: { ledger: Ledger; over: boolean; all?: string }) {
  const t = useTranslations('public.ledger')
  const format = useFormatter()
  const { invitedMunicipalities: invited, noRemarksMunicipalities: noRemarks } = ledger
  const answered = ledger.answeredMunicipalities - noRemarks
  const silent = invited - ledger.answeredMunicipalities
  const share = (part: number) =>
    format.number(part / invited, { style: 'percent', maximumFractionDigits: 0 })
  // Under ten, counts say more than shares do.
  const shares = invited >= 10
  const row = (kind: 'for' | 'none' | 'na', label: string, value: number) => ({
    key: kind,
    cells: [
      <span key={kind}>
        <BarKey kind={kind} />
        {label}
      </span>,
      format.number(value),
      ...(shares ? [share(value)] : []),
    ],
  })
  const silentLabel = over ? t('silent') : t('silentSoFar')
  return (
    <div className="in-stack in-stack--3">
      <LedgerCount ledger={ledger} over={over} />
      {invited > 0 && (
        <>
          <Bar
            label={t('bar', { invited, answered, noRemarks, silent })}
            total={invited}
            parts={[
              { kind: 'for', value: answered },
              { kind: 'none', value: noRemarks },
              { kind: 'na', value: silent },
            ]}
          />
          <DataTable
            caption={t('caption')}
            captionHidden
            columns={[
              { key: 'who', label: t('municipalities') },
              { key: 'n', label: t('number'), numeric: true },
              ...(shares ? [{ key: 'share', label: t('shareOf', { invited }), numeric: true }] : []),
            ]}
            rows={[
              row('for', t('own'), answered),
              row('none', t('noRemarks'), noRemarks),
              row('na', silentLabel, silent),
            ]}
          />
        </>
      )}
      <CountingRule ledger={ledger} />
      {all && <LedgerLink href={all} />}
    </div>
  )
}

/** The way to the list of everybody who was asked. */
export function LedgerLink({ href }: { href: string }) {
  const t = useTranslations('public.ledger')
  return (
    <p>
      <a href={href}>{t('all')}</a>
    </p>
  )
}

/** The one number, with what it is of. */
export function LedgerCount({ ledger, over }: { ledger: Ledger; over: boolean }) {
  const t = useTranslations('public.ledger')
  return (
    <p className="in-count">
      {t.rich(over ? 'count' : 'countSoFar', {
        answered: ledger.answeredMunicipalities,
        invited: ledger.invitedMunicipalities,
        big: (words) => <strong>{words}</strong>,
      })}
    </p>
  )
}

/** What the number leaves out, and who else has sent something. */
export function CountingRule({ ledger }: { ledger: Ledger }) {
  const t = useTranslations('public.ledger')
  return (
    <p className="in-meta in-measure">
      {t('rule', { uninvited: ledger.uninvitedMunicipalities })}{' '}
      {t('others', { others: ledger.others, persons: ledger.persons })}
    </p>
  )
}
