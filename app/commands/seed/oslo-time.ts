import { timeZone } from '../../messages/translator.ts'

/** The moment the clocks in Norway show `time`, `day` days after `today`. */
export function osloTime(today: Date, day: number, time = '00:00'): Date {
  const shown = new Date(`${osloDay(today, day)}T${time}:00Z`)
  return new Date(shown.getTime() - offsetMs(new Date(shown.getTime() - offsetMs(shown))))
}

/** The date in Norway `day` days after `today`, as '2026-09-15'. */
export function osloDay(today: Date, day: number): string {
  const date = new Date(`${new Intl.DateTimeFormat('sv-SE', { timeZone }).format(today)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + day)
  return date.toISOString().slice(0, 10)
}

function offsetMs(at: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1000) * 1000
}
