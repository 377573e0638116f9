import { useTranslations } from 'use-intl/react'
import { useDateFormat, useDates } from '#app/ui/dates.tsx'

type Times = { startsAt: Date; endsAt: Date }

/** When a meeting is, in words: the day with its name, and from when to when. */
export function useMeetingTime() {
  const format = useDateFormat()
  const { clock } = useDates()
  const named = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return {
    day({ startsAt }: Times) {
      const words = format(startsAt, named)
      return words.charAt(0).toLocaleUpperCase() + words.slice(1)
    },
    time: ({ startsAt, endsAt }: Times) => `${clock(startsAt)}–${clock(endsAt).replace(/^\D+/, '')}`,
  }
}

/** The same as a line of text. */
export function MeetingTime(times: Times) {
  const t = useTranslations('public.meetings')
  const { day, time } = useMeetingTime()
  return (
    <time dateTime={times.startsAt.toISOString()}>{t('on', { day: day(times), time: time(times) })}</time>
  )
}
