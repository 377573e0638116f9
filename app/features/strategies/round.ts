/** When a round takes input: from `opensAt` to the deadline, late until `acceptsLateUntil`, never after `closedAt`. */
export type RoundWindow = {
  opensAt: Date
  deadlineAt: Date
  acceptsLateUntil: Date | null
  closedAt: Date | null
}

/** Where a round stands at a moment. */
export type RoundState = 'announced' | 'open' | 'accepting-late' | 'closed'

/** Whether published inputs show one by one as they are checked, or all together once the round is over. */
export type InputsShown = 'as-checked' | 'after-closing'

/** Where the round stands for senders without an extension; at the deadline itself it is still open. */
export function roundState(round: RoundWindow, now: Date): RoundState {
  if (round.closedAt !== null && now >= round.closedAt) return 'closed'
  if (now < round.opensAt) return 'announced'
  if (now <= round.deadlineAt) return 'open'
  return round.acceptsLateUntil !== null && now <= round.acceptsLateUntil ? 'accepting-late' : 'closed'
}

const HOUR = 3_600_000

/** Whole days and the whole hours over that remain until a moment, or null when it has passed. */
export function timeLeft(until: Date, now: Date): { days: number; hours: number } | null {
  const hours = Math.floor((until.getTime() - now.getTime()) / HOUR)
  return now > until ? null : { days: Math.floor(hours / 24), hours: hours % 24 }
}

/**
 * Whether the round lets a published input be seen now. After closing means when nobody can send any longer, so
 * that those who answer late have not read the others.
 */
export function publishedInputsShown(round: RoundWindow & { inputsShown: InputsShown }, now: Date): boolean {
  return round.inputsShown === 'as-checked' || roundState(round, now) === 'closed'
}
