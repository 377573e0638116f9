import { type RoundWindow, timeLeft } from '#app/features/strategies/round.ts'
import { effectiveDeadline, isLate, submissionRefusal } from './input.ts'

/** A round as it stands for one sender: its own extension comes before the round's deadline. */
export type SenderWindow = RoundWindow & { extendedUntil: Date | null }

/** How a sender stands to its deadline now. */
export type DeadlineStanding = {
  state: 'announced' | 'open' | 'late' | 'closed'
  deadline: Date
  left: { days: number; hours: number } | null
  extended: boolean
  /** When somebody ended the round though this sender had time left. */
  endedEarly: Date | null
}

/** The same judgement as submitting makes, for an input that lacks nothing. */
export function deadlineStanding(round: SenderWindow, now: Date): DeadlineStanding {
  const deadline = effectiveDeadline(round, round)
  const finished = { sender: round, unansweredRequired: 0, anythingWritten: true, withdrawnAt: null }
  const refusal = submissionRefusal(finished, round, now)
  const takesIn = isLate(round, round, now) ? 'late' : 'open'
  const state = refusal === null ? takesIn : refusal === 'round-not-open' ? 'announced' : 'closed'
  const endedEarly = state === 'closed' && round.closedAt && round.closedAt < deadline ? round.closedAt : null
  return {
    ...{ state, deadline, left: timeLeft(deadline, now), endedEarly },
    extended: round.extendedUntil !== null,
  }
}
