import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { NewerAnswer } from '../presence.ts'

/** Says that somebody saved this answer after it was drawn, before saving one's own says it. */
export function NewerNote({
  newer: { name },
  idle,
  onShow,
}: {
  newer: NewerAnswer
  /** Nothing is typed here, so the newer text can be shown without losing anything. */
  idle: boolean
  onShow: () => void
}) {
  const t = useTranslations('workspace.writing')
  if (!idle)
    return (
      <Alert tone="warning" live>
        <p>{name ? t('newer', { name }) : t('newerNobody')}</p>
      </Alert>
    )
  return (
    <Alert tone="info" live>
      <p>{name ? t('newerHere', { name }) : t('newerHereNobody')}</p>
      <p>
        <Button type="button" variant="secondary" size="sm" onClick={onShow}>
          {t('showNewer')}
        </Button>
      </p>
    </Alert>
  )
}
