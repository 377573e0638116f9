import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { Lineage } from '../lineage.server.ts'

export type AlignmentState = {
  source: Lineage['source']
  confirmed: { at: Date; by: string | null } | null
  sure: number
  unsure: number
}

/** Who says that the two versions belong together as shown, and how much there is to look at. */
export function AlignmentNotice({ source, confirmed, sure, unsure }: AlignmentState) {
  const t = useTranslations('workbench.alignment')
  const { moment } = useDates()
  if (source === 'confirmed')
    return (
      <Alert tone="success">
        <p>{confirmed && t('confirmed', { at: moment(confirmed.at), name: confirmed.by ?? '–' })}</p>
      </Alert>
    )
  if (source === 'composed')
    return (
      <Alert tone="success" heading={t('composed')}>
        <p>{t('composedText')}</p>
      </Alert>
    )
  if (source === 'outdated')
    return (
      <Alert tone="warning" heading={t('outdated')}>
        <p>{t('outdatedText')}</p>
      </Alert>
    )
  return (
    <Alert tone="info" heading={t('proposed')}>
      <p>{t('proposedText', { sure, all: sure + unsure, unsure })}</p>
    </Alert>
  )
}
