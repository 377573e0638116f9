import { useLocale, useTranslations } from 'use-intl/react'
import { meetingsPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Section } from '#app/ui/section.tsx'
import type { MeetingCard } from '../published.server.ts'
import { MeetingList } from './meeting-list.tsx'

/** The part of a strategy's page that tells of its meetings. Nothing where there is nothing to tell. */
export function MeetingNews(props: { strategy: string; meetings: readonly MeetingCard[]; now: Date }) {
  const t = useTranslations('public.meetings')
  const locale = useLocale()
  if (props.meetings.length === 0) return null
  return (
    <Section
      id="moter"
      heading={t('section')}
      link={{ href: pathIn(locale, meetingsPath(props.strategy)), label: t('all') }}
    >
      <MeetingList {...props} />
    </Section>
  )
}
