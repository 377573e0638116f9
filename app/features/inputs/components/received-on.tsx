import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'

/** When a version came in. A registered letter says its own day, or only its year. */
export function ReceivedOn({ version }: { version: { submittedAt: Date; receivedOn: string | null } }) {
  const t = useTranslations('public.input')
  const { day } = useDates()
  const { submittedAt, receivedOn } = version
  if (receivedOn === null) return <>{t('sentOn', { date: day(submittedAt) })}</>
  const on = receivedOn.length === 4 ? receivedOn : day(new Date(`${receivedOn}T12:00:00Z`))
  return <>{t('letterOf', { date: on })}</>
}
