import { osloDate, osloMoment } from '../../platform/oslo-time.ts'

/** The moment the clocks in Norway show `time`, `day` days after `today`; an hour later where they skip it. */
export function osloTime(today: Date, day: number, time = '00:00'): Date {
  const date = osloDay(today, day)
  const at = osloMoment(date, time) ?? new Date(`${date}T${time}:00+01:00`)
  if (Number.isNaN(at.getTime())) throw new Error(`The demo has no such time: ${date} ${time}`)
  return at
}

/** The date in Norway `day` days after `today`, as '2026-09-15'. */
export function osloDay(today: Date, day: number): string {
  const date = new Date(`${osloDate(today)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + day)
  return date.toISOString().slice(0, 10)
}
