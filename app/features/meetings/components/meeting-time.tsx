import { useTranslations } from 'use-intl/react'
import { useDateFormat, useDates } from '#app/ui/dates.tsx'

type Times = { startsAt: Date; endsAt: Date }

/** When a meeting is, in words: the day with its name, and from when to when. */
export function useMeetingTime() {
  const format = useDateFormat()
  const { clock, day } = useDates()
  return {
    weekday({ startsAt }: Times) {
      const name = format(startsAt, { weekday: 'long' })
      return name.charAt(0).toLocaleUpperCase() + name.slice(1)
    },
    date: ({ startsAt }: Times) => day(startsAt),
    time: ({ startsAt, endsAt }: Times) => `${clock(startsAt)}–${clock(endsAt).replace(/^\D+/, '')}`,
  }
}

/** The same as a line of text. */
export function MeetingTime(times: Times) {
  const t = useTranslations('public.meetings')
  const { weekday, date, time } = useMeetingTime()
  return (
    <time dateTime={times.startsAt.toISOString()}>
      {t('on', { weekday: weekday(times), date: date(times), time: time(times) })}
    </time>
  )
}
