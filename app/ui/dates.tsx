import { useLocale } from 'use-intl/react'
import { dateWords, formatDate } from '#app/platform/date-words.ts'

/** Writes dates as the reader's language does. Takes what Intl.DateTimeFormat does. */
export function useDateFormat() {
  const locale = useLocale()
  return (at: Date, options: Intl.DateTimeFormatOptions): string => formatDate(locale, at, options)
}

/** Dates in words, in the reader's language: `day`, `clock`, `moment` and `second`. */
export function useDates() {
  return dateWords(useLocale())
}
