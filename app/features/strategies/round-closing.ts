import { type RoundWindow, roundState } from './round.ts'
import { hasOpened } from './round-rules.ts'

/** A round as closing and opening it again see it. `lastDeadline` is the latest anybody has, extensions with it. */
export type Closable = RoundWindow & {
  publishedAt: Date | null
  lastDeadline: Date
  /** Whether inputs show only when the round is over, and some are published. */
  shownByClosing: boolean
}

/** Why a round is not closed, or not opened again. */
export type ClosingRefusal = 'not-opened' | 'round-closed' | 'already-over' | 'not-closed' | 'inputs-shown'

/** Whether a round may be ended now, before its time: while somebody can still send. */
export function closingRefusal(round: Closable, now: Date): ClosingRefusal | null {
  if (round.closedAt !== null) return 'round-closed'
  if (!hasOpened(round, now)) return 'not-opened'
  const over = roundState(round, now) === 'closed' && now > round.lastDeadline
  return over ? 'already-over' : null
}

/**
 * Whether a round that was ended early may be opened again. Not where closing let everybody read the inputs: whoever answers
 * then would have read the others.
 */
export function reopeningRefusal(round: Closable): ClosingRefusal | null {
  if (round.closedAt === null) return 'not-closed'
  return round.shownByClosing ? 'inputs-shown' : null
}
