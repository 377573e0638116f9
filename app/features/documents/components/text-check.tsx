import { useTranslations } from 'use-intl/react'
import { CheckCircleIcon, WarningIcon } from '#app/ui/icons.tsx'

/** Whether the text is still the one that was adopted: recomputed each time it is asked. */
export function TextCheck({ outcome }: { outcome: 'matches' | 'differs' }) {
  const t = useTranslations('workbench.adoption')
  const Mark = outcome === 'matches' ? CheckCircleIcon : WarningIcon
  return (
    <p className={outcome === 'matches' ? 'in-checked' : 'in-checked in-checked--differs'}>
      <Mark />
      <span>{t(outcome)}</span>
    </p>
  )
}
