import { osloClock, osloDate } from '../../platform/oslo-time.ts'

/** How an assignment stands: nothing in it yet, all read, past its day, its day near, or under way. */
export type Standing = 'empty' | 'done' | 'overdue' | 'soon' | 'under-way'

// Two days and a weekend between.
const soonDays = 3

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** How many days are left until a day; none on the day itself, negative after it. */
export const daysLeft = (dueOn: string, today: string): number => dayNumber(dueOn) - dayNumber(today)

/** How an assignment stands on a day in Norway. The day it is due is not too late. */
export function standingOf(
  { answers, read, dueOn }: { answers: number; read: number; dueOn: string | null },
  today: string,
): Standing {
  if (answers === 0) return 'empty'
  if (read >= answers) return 'done'
  if (dueOn === null) return 'under-way'
  const left = daysLeft(dueOn, today)
  if (left < 0) return 'overdue'
  return left <= soonDays ? 'soon' : 'under-way'
}

/** Why a day cannot be the one to be done by; a day that has gone says nothing to whoever gets the work. */
export const dueRefusal = (dueOn: string | null, today: string): 'due-past' | null =>
  dueOn !== null && daysLeft(dueOn, today) < 0 ? 'due-past' : null

/** In the order they are to be taken: by the day they are due, those without a day last, then as they were given. */
export function byUrgency(
  one: { dueOn: string | null; at: Date },
  other: { dueOn: string | null; at: Date },
): number {
  const [a, b] = [one.dueOn ?? '9999-12-31', other.dueOn ?? '9999-12-31']
  return a < b ? -1 : a > b ? 1 : one.at.getTime() - other.at.getTime()
}

/**
 * The day whose letter may leave at a moment, in Norway: from seven in the morning, and no later than five. A worker
 * that was away at seven sends them when it is back; in the evening nobody is told what the day should have held.
 */
export function letterDay(at: Date): string | null {
  const clock = osloClock(at)
  return clock >= '07:00' && clock < '17:00' ? osloDate(at) : null
}
