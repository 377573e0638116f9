import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'

/** Whether the questions can still be written, until when, and what to do about a mistake afterwards. */
export function FrozenNotice({ frozen, opensAt }: { frozen: Date | null; opensAt: Date }) {
  const t = useTranslations('workbench.questionnaire')
  const { moment } = useDates()
  if (!frozen) return <p className="in-muted">{t('until', { opens: moment(opensAt) })}</p>
  return (
    <Alert tone="info" heading={t('frozen', { since: moment(frozen) })}>
      <p>{t('frozenText')}</p>
    </Alert>
  )
}
