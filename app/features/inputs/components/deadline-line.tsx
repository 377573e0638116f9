import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import type { DeadlineStanding } from '../deadline.ts'

/** How long is left and when the deadline is, or what it means that it has passed. */
export function DeadlineLine({ standing }: { standing: DeadlineStanding }) {
  const t = useTranslations('workspace.deadline')
  const { moment } = useDates()
  const { state, left, extended } = standing
  const deadline = moment(standing.deadline)
  if (state === 'late') return <>{t('late')}</>
  if (standing.endedEarly) return <>{t('endedEarly', { at: moment(standing.endedEarly) })}</>
  if (state === 'closed') return <>{t('closed')}</>
  const when = extended ? t('extended', { deadline }) : t('is', { deadline })
  if (!left) return <>{when}</>
  return (
    <>
      <strong>{left.days > 0 ? t('days', { days: left.days }) : t('hours', { hours: left.hours })}</strong>{' '}
      {when}
    </>
  )
}
