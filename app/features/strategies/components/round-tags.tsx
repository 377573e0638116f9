import { useTranslations } from 'use-intl/react'
import { CircleFillIcon } from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { RoundState } from '../round.ts'

/** Where a round stands, in a word. */
export function RoundStateTag({ number, state }: { number: number; state: RoundState }) {
  const t = useTranslations('public.round')
  const open = state === 'open' || state === 'accepting-late'
  return (
    <StatusTag tone={open ? 'success' : 'neutral'} icon={open ? CircleFillIcon : undefined}>
      {t(`state.${state}`, { number })}
    </StatusTag>
  )
}

/** Whether the round is a call for input or a consultation by law. */
export function LegalFormTag({ legalForm }: { legalForm: string }) {
  const t = useTranslations('public.round')
  return <StatusTag line>{t('legalForm', { legalForm })}</StatusTag>
}
