import type { RoundWindow } from '#app/features/strategies/round.ts'

/** What a frozen version is: as the administration sent it, as politically adopted, a correction, or registered by staff. */
export const VERSION_KINDS = ['administrative', 'adopted', 'correction', 'registered'] as const

/** One of the kinds above. */
export type VersionKind = (typeof VERSION_KINDS)[number]

/** What decides a sender's deadline: its own extension, else its recipient group's deadline. */
export type Sender = { extendedUntil: Date | null; groupDeadlineAt?: Date | null }

/** A draft as the rule of submission sees it. */
export type Draft = {
  sender: Sender
  unansweredRequired: number
  anythingWritten: boolean
  withdrawnAt: Date | null
}

/** Why a draft is not received. */
export type SubmissionRefusal =
  | 'withdrawn'
  | 'round-closed'
  | 'round-not-open'
  | 'unanswered-questions'
  | 'nothing-written'

/**
 * Whether a draft is received now. There is no 'already-submitted': what was acknowledged is frozen, so a sender who
 * finds a mistake may send a new version for as long as the round takes input from it. Both versions are kept and
 * effective.ts says which one counts. A repeated post is caught before this rule, by its idempotency key.
 */
export function submissionRefusal(draft: Draft, round: RoundWindow, now: Date): SubmissionRefusal | null {
  if (draft.withdrawnAt !== null) return 'withdrawn'
  if (round.closedAt !== null || now > lastMoment(round, draft.sender)) return 'round-closed'
  if (now < round.opensAt) return 'round-not-open'
  if (draft.unansweredRequired > 0) return 'unanswered-questions'
  return draft.anythingWritten ? null : 'nothing-written'
}

/** The deadline that counts for a sender: its own extension, else its group's, else the round's. */
export function effectiveDeadline(round: RoundWindow, sender: Sender): Date {
  return sender.extendedUntil ?? sender.groupDeadlineAt ?? round.deadlineAt
}

/** Late is a state, not an error. At the deadline itself an input is in time. */
export function isLate(round: RoundWindow, sender: Sender, now: Date): boolean {
  return now > effectiveDeadline(round, sender)
}

/** An extension may run beyond the time the round takes late input; the later of the two holds. */
function lastMoment(round: RoundWindow, sender: Sender): Date {
  const deadline = effectiveDeadline(round, sender)
  const late = round.acceptsLateUntil
  return late !== null && late > deadline ? late : deadline
}

/** What the sender's next version is: its first is administrative, every later one corrects it. */
export function versionKind(previous: readonly { kind: VersionKind }[]): 'administrative' | 'correction' {
  return previous.some((version) => version.kind !== 'registered') ? 'correction' : 'administrative'
}

/** Why an input is not withdrawn. */
export type WithdrawalRefusal = 'not-submitted' | 'already-withdrawn' | 'reason-missing'

/** Whether an input is withdrawn: at any time after it was sent, once, with a reason that stays public. */
export function withdrawalRefusal(
  input: { submittedVersions: number; withdrawnAt: Date | null },
  reason: string,
): WithdrawalRefusal | null {
  if (input.submittedVersions === 0) return 'not-submitted'
  if (input.withdrawnAt !== null) return 'already-withdrawn'
  return reason.trim() === '' ? 'reason-missing' : null
}
