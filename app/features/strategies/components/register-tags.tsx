import { useTranslations } from 'use-intl/react'
import { StatusTag } from '#app/ui/status-tag.tsx'

/** What sort of work it is, its number, and where it stands as a person set it. */
export function RegisterTags(record: { kind: string; projectNumber: string | null; status: string }) {
  const t = useTranslations('public.register')
  const { kind, projectNumber, status } = record
  return (
    <>
      <StatusTag line>
        {t('kinds', { kind })} {projectNumber}
      </StatusTag>
      <StatusTag tone={status === 'ongoing' ? 'info' : 'neutral'}>{t('statuses', { status })}</StatusTag>
    </>
  )
}
