import { osloDate, osloMoment } from '#app/platform/oslo-time.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { writtenDay } from '#app/platform/written-day.ts'

/** Why the day something was received is not taken. */
export type ReceivedRefusal = 'received-missing' | 'received-no-day' | 'received-in-future'

/** What staff are told of such a day, and register all the same. */
export type ReceivedNotice = 'before-opening' | 'late'

/**
 * The day something was received, as somebody wrote it. Today is the last it can be; `otherwise` is taken where nothing is
 * written, as the day of the meeting where it was said.
 */
export function receivedDay(
  written: string,
  { now, otherwise = null }: { now: Date; otherwise?: string | null },
): { day: string } | Refused<ReceivedRefusal> {
  const day = written.trim() === '' ? otherwise : writtenDay(written)
  if (day === null) return refuse(written.trim() === '' ? 'received-missing' : 'received-no-day')
  return day > osloDate(now) ? refuse('received-in-future') : { day }
}

/** What there is to say of a day that is taken: before the round opened, or after the sender's deadline. */
export function receivedNotice(
  day: string,
  { opensAt, deadlineAt }: { opensAt: Date; deadlineAt: Date },
): ReceivedNotice | null {
  if (day < osloDate(opensAt)) return 'before-opening'
  return lateSince(day, deadlineAt) === null ? null : 'late'
}

/**
 * When a letter was late: the beginning of the day it was received, where that is a day after the deadline's. On that day
 * itself it was in time, since nobody wrote down the hour; and so is one that says only its year.
 */
export function lateSince(receivedOn: string | null, deadlineAt: Date): Date | null {
  if (receivedOn === null || receivedOn.length < 10 || receivedOn <= osloDate(deadlineAt)) return null
  return osloMoment(receivedOn, '00:00')
}
