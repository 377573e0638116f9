import { useTranslations } from 'use-intl/react'
import type { Icon } from '#app/ui/icon.tsx'
import {
  ArrowRightIcon,
  CheckCircleIcon,
  CircleIcon,
  HalfCircleIcon,
  MinusCircleIcon,
} from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Disposition } from '../disposition.ts'

const looks: Record<Disposition, { icon: Icon; tone: 'success' | 'info' | 'warning' | 'neutral' }> = {
  followed: { icon: CheckCircleIcon, tone: 'success' },
  partly: { icon: HalfCircleIcon, tone: 'info' },
  'not-followed': { icon: MinusCircleIcon, tone: 'neutral' },
  'outside-mandate': { icon: CircleIcon, tone: 'neutral' },
  'carried-forward': { icon: ArrowRightIcon, tone: 'info' },
}

/** What is done with what was heard, as anyone reads it: icon and word. */
export function DispositionTag({ disposition }: { disposition: Disposition }) {
  const t = useTranslations('public.heard.disposition')
  const { icon, tone } = looks[disposition]
  return (
    <StatusTag tone={tone} icon={icon}>
      {t(disposition)}
    </StatusTag>
  )
}
