import { formatTag, type Locale } from './locale.ts'

const timeZone = 'Europe/Oslo'
const days = { day: 'numeric', month: 'long', year: 'numeric' } as const
const clocks = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

// Making a format costs more than using it a hundred times.
const made = new Map<string, Intl.DateTimeFormat>()

/** A moment as the calendar and clocks in Norway show it, written as readers of the language do; English as in Britain. */
export function formatDate(locale: Locale, at: Date, options: Intl.DateTimeFormatOptions): string {
  const tag = formatTag(locale)
  const key = `${tag} ${JSON.stringify(options)}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone, ...options })
  made.set(key, format)
  return format.format(at)
}

/**
 * Dates in words: `day` «15. september 2026», `clock` «kl. 12.00», `moment` both, `second` both to the second. In Swedish
 * «15 september 2026 kl. 12.00», in English “15 September 2026, 12:00”.
 */
export function dateWords(locale: Locale) {
  const inEnglish = locale === 'en'
  const day = (at: Date) => formatDate(locale, at, days)
  const clock = (at: Date, options: Intl.DateTimeFormatOptions = clocks) => {
    const time = formatDate(locale, at, options)
    return inEnglish ? time : `kl.\u00a0${time.replaceAll(':', '.')}`
  }
  const both = (at: Date, time: string) => `${day(at)}${inEnglish ? ', ' : ' '}${time}`
  return {
    day,
    clock: (at: Date) => clock(at),
    moment: (at: Date) => both(at, clock(at)),
    second: (at: Date) => both(at, clock(at, { ...clocks, second: '2-digit' })),
  }
}
