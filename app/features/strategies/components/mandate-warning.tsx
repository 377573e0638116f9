import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'
import { useRegisterDays } from './register-days.tsx'

/** Tells staff that the mandate has passed while the status says that the work goes on. Nobody's status is changed. */
export function MandateWarning({ mandateTo, status }: { mandateTo: string; status: string }) {
  const t = useTranslations('workbench.register')
  const register = useTranslations('public.register')
  const day = useRegisterDays()
  return (
    <Alert tone="warning" heading={t('mandateHeading', { day: day(mandateTo) })}>
      <p>{t('mandateText', { status: register('statuses', { status }) })}</p>
    </Alert>
  )
}
