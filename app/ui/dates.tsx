import { useFormatter } from 'use-intl/react'

const days = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** Dates in words: `day` «15. september 2026», `clock` «kl. 12.00», `moment` both. */
export function useDates() {
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, days)
  const clock = (at: Date) => {
    const time = format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    return `kl.\u00a0${time.replace(':', '.')}`
  }
  return { day, clock, moment: (at: Date) => `${day(at)} ${clock(at)}` }
}
