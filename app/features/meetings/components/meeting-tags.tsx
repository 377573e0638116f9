import { useTranslations } from 'use-intl/react'
import { CheckCircleIcon, CircleFillIcon, ClockIcon, FilesIcon, XMarkIcon } from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { meetingState } from '../meeting.ts'

type Tagged = { startsAt: Date; endsAt: Date; cancelledAt: Date | null; summarised: boolean }

/** Where a meeting stands, in a word: called off, under way, held, or coming; and whether there is a summary. */
export function MeetingTags({ meeting, now }: { meeting: Tagged; now: Date }) {
  const t = useTranslations('public.meetings')
  const state = meetingState(meeting, now)
  if (meeting.cancelledAt)
    return (
      <StatusTag tone="danger" icon={XMarkIcon}>
        {t('cancelled')}
      </StatusTag>
    )
  return (
    <>
      {state === 'now' && (
        <StatusTag tone="success" icon={CircleFillIcon}>
          {t('now')}
        </StatusTag>
      )}
      {state === 'coming' && (
        <StatusTag tone="info" icon={ClockIcon}>
          {t('planned')}
        </StatusTag>
      )}
      {state === 'past' && (
        <StatusTag line icon={CheckCircleIcon}>
          {t('held')}
        </StatusTag>
      )}
      {meeting.summarised && (
        <StatusTag tone="info" icon={FilesIcon}>
          {t('summarised')}
        </StatusTag>
      )}
    </>
  )
}
