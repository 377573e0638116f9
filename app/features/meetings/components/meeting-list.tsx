import { useLocale, useTranslations } from 'use-intl/react'
import { meetingPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Localised } from '#app/ui/localised.tsx'
import type { MeetingCard } from '../published.server.ts'
import { MeetingTags } from './meeting-tags.tsx'
import { MeetingTime } from './meeting-time.tsx'

/** Meetings as lines: what, when, where, and where it stands. */
export function MeetingList({
  strategy,
  meetings,
  now,
}: {
  strategy: string
  meetings: readonly MeetingCard[]
  now: Date
}) {
  const t = useTranslations('public.meetings')
  const locale = useLocale()
  return (
    <ul className="in-list">
      {meetings.map((meeting) => (
        <li key={meeting.slug}>
          <div className="in-list__row">
            <div>
              <a href={pathIn(locale, meetingPath(strategy, meeting.slug))}>
                <strong>
                  <Localised text={meeting.title} />
                </strong>
              </a>
              <p className="in-meta">
                <MeetingTime startsAt={meeting.startsAt} endsAt={meeting.endsAt} />
                {'. '}
                {meeting.place && (
                  <>
                    <Localised text={meeting.place} />
                    {'. '}
                  </>
                )}
                {meeting.streamed && `${t('online')}.`}
              </p>
            </div>
            <div className="in-row">
              <MeetingTags meeting={meeting} now={now} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
