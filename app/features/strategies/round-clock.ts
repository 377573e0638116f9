import { osloClock, osloDate, osloMoment } from '../../platform/oslo-time.ts'

/** A moment as a form has it: the day and what the clocks in Norway show then. */
export type DayAndClock = { day: string; clock: string }

/** What a form shows of a moment; nothing when there is none. */
export const dayAndClock = (at: Date | null): DayAndClock =>
  at === null ? { day: '', clock: '' } : { day: osloDate(at), clock: osloClock(at) }

/**
 * The moment a form means. Null when nothing is written; 'unusable' when it is no day or hour, or one of the two is
 * missing: nobody should get a deadline at an hour they did not choose.
 */
export function momentOf({ day, clock }: DayAndClock): Date | null | 'unusable' {
  const [date, hour] = [day.trim(), clock.trim().replace('.', ':')]
  if (date === '' && hour === '') return null
  const year = Number(date.slice(0, 4))
  if (year < 2000 || year > 2200) return 'unusable'
  return osloMoment(date, hour) ?? 'unusable'
}
