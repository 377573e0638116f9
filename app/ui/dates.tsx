import { useLocale, useTimeZone } from 'use-intl/react'
import { formatTag } from '#app/platform/locale.ts'

const days = { day: 'numeric', month: 'long', year: 'numeric' } as const
const clocks = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

// Making a format costs more than using it a hundred times.
const made = new Map<string, Intl.DateTimeFormat>()

/** Writes dates as the reader's language does; English as in Britain. Takes what Intl.DateTimeFormat does. */
export function useDateFormat() {
  const tag = formatTag(useLocale())
  const timeZone = useTimeZone()
  return (at: Date, options: Intl.DateTimeFormatOptions): string => {
    const key = `${tag} ${timeZone} ${JSON.stringify(options)}`
    const format = made.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone, ...options })
    made.set(key, format)
    return format.format(at)
  }
}

/** Dates in words: `day` «15. september 2026», `clock` «kl. 12.00», `moment` both. */
export function useDates() {
  const inEnglish = useLocale() === 'en'
  const format = useDateFormat()
  const day = (at: Date) => format(at, days)
  const clock = (at: Date) => {
    const time = format(at, clocks)
    return inEnglish ? time : `kl.\u00a0${time.replace(':', '.')}`
  }
  return { day, clock, moment: (at: Date) => `${day(at)}${inEnglish ? ', ' : ' '}${clock(at)}` }
}
