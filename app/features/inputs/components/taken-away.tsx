import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { PublicHead } from '../published.server.ts'
import { useBecause } from './because.tsx'

/** What an address says when nothing of the input may be read any more: who took it away, when and why. */
export function TakenAway({ input }: { input: PublicHead }) {
  const t = useTranslations('public')
  const because = useBecause()
  const { day } = useDates()
  const { withdrawn, withheld } = input
  if (withdrawn)
    return (
      <Alert tone="info" heading={t('input.withdrawnTitle')}>
        <p>
          {t(withdrawn.byStaff ? 'input.takenBackText' : 'input.withdrawnText', { date: day(withdrawn.at) })}
        </p>
        {withdrawn.reason && <p>{t('input.reason', { reason: withdrawn.reason })}</p>}
      </Alert>
    )
  return (
    <Alert tone="info" heading={t('input.withheldTitle')}>
      {withheld.map(({ number, at, basis }) => (
        <p key={number}>{t('input.withheldText', { date: day(at), because: because(basis) })}</p>
      ))}
      <p>{t('input.withheldKept')}</p>
    </Alert>
  )
}

/** That another version of the input is withheld, while what stands on the page may be read. */
export function WithheldVersions({ input }: { input: PublicHead }) {
  const t = useTranslations('public.input')
  const because = useBecause()
  const { day } = useDates()
  return input.withheld.map(({ number, kind, at, basis }) => (
    <p key={number} className="in-meta">
      {t('withheldVersion', { kind, date: day(at), because: because(basis) })}
    </p>
  ))
}
