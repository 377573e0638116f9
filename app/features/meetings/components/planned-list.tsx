import { useTranslations } from 'use-intl/react'
import { CheckCircleIcon, FilesIcon, PencilIcon, XMarkIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { meetingState } from '../meeting.ts'
import type { PlannedMeeting } from '../queries.server.ts'
import { MeetingTime } from './meeting-time.tsx'

/** Meetings of a strategy as its staff see them, drafts too. */
export function PlannedList({ meetings, now }: { meetings: readonly PlannedMeeting[]; now: Date }) {
  const t = useTranslations('workbench.meetings')
  return (
    <ul className="in-list in-list--rows">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <div className="in-list__row">
            <div>
              <a href={`/workbench/meetings/${meeting.id}`}>
                <Localised text={meeting.title} />
              </a>
              <p className="in-meta">
                <MeetingTime startsAt={meeting.startsAt} endsAt={meeting.endsAt} />
              </p>
            </div>
            <div className="in-row">
              {meeting.cancelledAt ? (
                <StatusTag tone="danger" icon={XMarkIcon}>
                  {t('cancelled')}
                </StatusTag>
              ) : (
                <Standing meeting={meeting} now={now} />
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Standing({ meeting, now }: { meeting: PlannedMeeting; now: Date }) {
  const t = useTranslations('workbench.meetings')
  if (!meeting.publishedAt) return <StatusTag icon={PencilIcon}>{t('draft')}</StatusTag>
  return (
    <>
      <StatusTag tone="success" icon={CheckCircleIcon}>
        {t('published')}
      </StatusTag>
      {meeting.summaryAt ? (
        <StatusTag tone="info" icon={FilesIcon}>
          {t('summary')}
        </StatusTag>
      ) : (
        meetingState(meeting, now) === 'past' && <StatusTag line>{t('summaryMissing')}</StatusTag>
      )}
    </>
  )
}
