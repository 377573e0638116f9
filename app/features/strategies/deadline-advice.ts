import { osloDate } from '../../platform/oslo-time.ts'
import {
  type Break,
  breaksOf,
  dayAfter,
  daysBetween,
  isDayOff,
  monthsAfter,
  workingDays,
} from './calendar.ts'
import { FEWEST_DAYS, ordinaryDeadline, type RoundRules } from './round-rules.ts'

/** What somebody who sets a deadline should know of it. None of them is a stop. */
export type DeadlineWarning =
  | 'under-six-weeks'
  | 'under-three-months'
  | 'over-summer'
  | 'over-easter'
  | 'over-christmas'
  | 'on-day-off'
  | 'in-summer'

/** A deadline looked at; `kind` is the kind of sender it is for, null for everybody else's. */
export type LookedAt = {
  kind: string | null
  at: Date
  days: number
  workingDays: number
  warnings: DeadlineWarning[]
}

/** Days good practice adds for a time off that lies in the way: three weeks for summer, one for the others. */
const ADDED: Record<Break, number> = { summer: 21, easter: 7, christmas: 7 }

type Timed = Pick<RoundRules, 'legalForm' | 'opensAt' | 'deadlineAt' | 'groupDeadlines'>

/** The deadlines of a round, each with how long it gives and what to know of it; the round's own first. */
export function lookAtDeadlines(rules: Timed): LookedAt[] {
  const opens = osloDate(rules.opensAt)
  return [null, ...Object.keys(rules.groupDeadlines)].map((kind) => {
    const at = kind === null ? rules.deadlineAt : ordinaryDeadline(rules, kind)
    const day = osloDate(at)
    return {
      ...{ kind, at, days: daysBetween(opens, day), workingDays: workingDays(opens, day) },
      warnings: warningsOf(rules.legalForm, opens, day),
    }
  })
}

/**
 * What to know of a deadline: a hearing has at least six weeks, normally three months (utredningsinstruksen 3-3); a time
 * off in the way leaves less than six weeks to work in; and nobody is there on the day itself.
 */
export function warningsOf(
  legalForm: RoundRules['legalForm'],
  opens: string,
  day: string,
): DeadlineWarning[] {
  const days = daysBetween(opens, day)
  if (days <= 0) return []
  const lost = timesOff(opens, day)
  const left = days - lost.reduce((sum, { lost }) => sum + lost, 0)
  const hearing = legalForm === 'høring'
  const short: DeadlineWarning | null = !hearing
    ? null
    : days < FEWEST_DAYS
      ? 'under-six-weeks'
      : day < monthsAfter(opens, 3)
        ? 'under-three-months'
        : null
  return [
    ...(short ? [short] : []),
    ...(left < FEWEST_DAYS ? lost.map(({ name }) => `over-${name}` as const) : []),
    ...(isDayOff(day) ? (['on-day-off'] as const) : []),
    ...(inSummer(day) ? (['in-summer'] as const) : []),
  ]
}

const inSummer = (day: string) => day.slice(5, 7) === '07'

/** The times off between two days, and how many days each takes: those it covers, at most what is added for it. */
function timesOff(from: string, to: string): { name: Break; lost: number }[] {
  const years = [Number(from.slice(0, 4)) - 1, ...yearsOf(from, to)]
  return years
    .flatMap(breaksOf)
    .map(({ name, from: first, to: last }) => {
      const [begins, ends] = [first > from ? first : from, last < to ? last : to]
      return { name, lost: Math.min(ADDED[name], Math.max(0, daysBetween(begins, ends) + 1)) }
    })
    .filter(({ lost }) => lost > 0)
}

const yearsOf = (from: string, to: string) => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.min(4, Math.max(1, last - first + 1)) }, (_, at) => first + at)
}

/**
 * Deadlines to choose between for a round that opens on a day: six weeks and three months, each made longer for the times
 * off in the way and moved on to a day when somebody is there.
 */
export function suggestedDeadlines(opens: string): { sixWeeks: string; threeMonths: string } {
  return {
    sixWeeks: madeLonger(opens, dayAfter(opens, FEWEST_DAYS)),
    threeMonths: madeLonger(opens, monthsAfter(opens, 3)),
  }
}

function madeLonger(opens: string, day: string): string {
  const added = timesOff(opens, day).reduce((sum, { name }) => sum + ADDED[name], 0)
  let wanted = dayAfter(day, added)
  while (isDayOff(wanted) || inSummer(wanted)) wanted = dayAfter(wanted, 1)
  return wanted
}
