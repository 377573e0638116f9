import type { RoundWindow } from '#app/features/strategies/round.ts'
import type { Sending } from './sending.ts'

/** What a frozen version is: as the administration sent it, as politically adopted, a correction, or registered by staff. */
export const VERSION_KINDS = ['administrative', 'adopted', 'correction', 'registered'] as const

/** One of the kinds above. */
export type VersionKind = (typeof VERSION_KINDS)[number]

/** What decides a sender's deadline: its own extension, else its recipient group's deadline. */
export type Sender = { extendedUntil: Date | null; groupDeadlineAt?: Date | null }

/** A round as the rule of submission sees it. A round that says nothing of corrections takes them. */
export type RoundRules = RoundWindow & { allowsCorrections?: boolean }

/**
 * A draft as the rule of submission sees it. `kind` is what it would be received as; without it, a first version.
 * `approvalMissing`: the sender sends nothing before it is approved, and this draft is not, as it stands now.
 */
export type Draft = {
  sender: Sender
  unansweredRequired: number
  anythingWritten: boolean
  withdrawnAt: Date | null
  kind?: VersionKind
  adoptedBefore?: boolean
  noRemarks?: boolean
  approvalMissing?: boolean
}

/** Why a draft is not received. */
export type SubmissionRefusal =
  | 'withdrawn'
  | 'round-closed'
  | 'round-not-open'
  | 'corrections-not-allowed'
  | 'unanswered-questions'
  | 'nothing-written'
  | 'not-approved'

/**
 * Whether a draft is received now. There is no 'already-submitted': what was acknowledged is frozen, so a sender who
 * finds a mistake may send a new version for as long as the round takes input from it and allows corrections. All
 * versions are kept and effective.ts says which one counts. A repeated post is caught before this rule, by its key.
 *
 * What a political body adopted takes the place of what the administration sent; that is no correction, and is received
 * once also where the round takes none. Who has no remarks need not have answered anything, and what stands in the
 * draft is not sent.
 */
export function submissionRefusal(draft: Draft, round: RoundRules, now: Date): SubmissionRefusal | null {
  if (draft.withdrawnAt !== null) return 'withdrawn'
  if (round.closedAt !== null || now > lastMoment(round, draft.sender)) return 'round-closed'
  if (now < round.opensAt) return 'round-not-open'
  if (round.allowsCorrections === false && corrects(draft)) return 'corrections-not-allowed'
  if (!draft.noRemarks && draft.unansweredRequired > 0) return 'unanswered-questions'
  if (!draft.noRemarks && !draft.anythingWritten) return 'nothing-written'
  return draft.approvalMissing ? 'not-approved' : null
}

/** Whether it would take the place of a version that was to be the last of its kind. */
function corrects({ kind, adoptedBefore }: Draft): boolean {
  return kind === 'correction' || (kind === 'adopted' && adoptedBefore === true)
}

/**
 * The last moment at which what is decided now still holds: an input in time is so until its deadline, a late one is
 * received until the round takes no more.
 */
export function holdsUntil(round: RoundWindow, sender: Sender, now: Date): Date {
  return isLate(round, sender, now) ? lastMoment(round, sender) : effectiveDeadline(round, sender)
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

/**
 * What the sender's next version is: its first is administrative, every later one corrects it; or it is adopted. A letter
 * that staff registered is not sent by the sender.
 */
export function versionKind(
  sentBefore: boolean,
  as: Sending['as'] = 'usual',
): 'administrative' | 'adopted' | 'correction' {
  if (as === 'adopted') return 'adopted'
  return sentBefore ? 'correction' : 'administrative'
}

/** Why an input is not withdrawn. */
export type WithdrawalRefusal =
  | 'not-submitted'
  | 'already-withdrawn'
  | 'withdrawal-not-allowed'
  | 'reason-missing'

/**
 * Whether an input is withdrawn: at any time after it was sent where the round allows it, once, with a reason that
 * stays public.
 */
export function withdrawalRefusal(
  input: { submittedVersions: number; withdrawnAt: Date | null; allowsWithdrawal?: boolean },
  reason: string,
): WithdrawalRefusal | null {
  if (input.submittedVersions === 0) return 'not-submitted'
  if (input.withdrawnAt !== null) return 'already-withdrawn'
  if (input.allowsWithdrawal === false) return 'withdrawal-not-allowed'
  return reason.trim() === '' ? 'reason-missing' : null
}
