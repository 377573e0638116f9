/** A step of the way to approval in the sender's own house. */
export const SIGN_OFF_KINDS = ['asked', 'approved', 'sent-back', 'reopened'] as const

/** One of the steps above. */
export type SignOffKind = (typeof SIGN_OFF_KINDS)[number]

/** A step, and the draft it was said about. */
export type SignOff = { kind: SignOffKind; draftRevision: number }

/**
 * Where a draft stands with its approvers. Changed: somebody approved it, and something in it was changed afterwards.
 * What was approved is then no longer what would be sent, so the approval does not cover it and an approver must look again.
 */
export type SignOffState = 'draft' | 'asked' | 'approved' | 'changed' | 'sent-back'

/** The state by the latest step and the draft as it is now. */
export function signOffState(latest: SignOff | null, draftRevision: number): SignOffState {
  if (latest === null || latest.kind === 'reopened') return 'draft'
  if (latest.kind === 'approved') return latest.draftRevision === draftRevision ? 'approved' : 'changed'
  return latest.kind
}

/** Whether the draft as it is now has been approved. An approval is of one revision of the draft and no other. */
export function approvalStands(latest: SignOff | null, draftRevision: number): boolean {
  return signOffState(latest, draftRevision) === 'approved'
}

/**
 * Whether what is sent has been approved. Having no remarks is approved of an empty draft; whoever approved what is
 * written has not approved that it is left out.
 */
export function approvalCovers(
  latest: SignOff | null,
  draft: { draftRevision: number; anythingWritten: boolean },
  noRemarks: boolean,
): boolean {
  return approvalStands(latest, draft.draftRevision) && !(noRemarks && draft.anythingWritten)
}

/** What somebody wants to do on the ladder. Who approves says which revision of the draft was read. */
export type SignOffAct =
  | { kind: 'asked'; noRemarks?: boolean }
  | { kind: 'approved'; readRevision: number }
  | { kind: 'sent-back'; reason: string }
  | { kind: 'reopened' }

/** A draft as the ladder sees it. */
export type DraftToApprove = {
  latest: SignOff | null
  draftRevision: number
  anythingWritten: boolean
  withdrawnAt: Date | null
}

/** Why a step is not taken. */
export type SignOffRefusal =
  | 'withdrawn'
  | 'nothing-to-approve'
  | 'remarks-written'
  | 'already-asked'
  | 'already-approved'
  | 'not-asked'
  | 'changed-meanwhile'
  | 'sending-back-reason-missing'
  | 'nothing-to-reopen'

/**
 * Whether a step is taken. Who may is the policy's; an approver may also approve what the same person wrote and asked
 * for, because many houses have one person for it. The steps say who did what, so anybody there can see it.
 *
 * An empty draft is sent to approval only by somebody who says that the sender has no remarks, so that nobody asks by
 * mistake; what is then approved is that. An approver who has approved once may approve the changed draft without being
 * asked again. Asking can be taken back, and so can an approval, by reopening; any change of the draft does the same
 * without a word.
 */
export function signOffRefusal(draft: DraftToApprove, act: SignOffAct): SignOffRefusal | null {
  if (draft.withdrawnAt !== null) return 'withdrawn'
  const state = signOffState(draft.latest, draft.draftRevision)
  if (act.kind === 'asked') {
    if (state === 'asked') return 'already-asked'
    if (state === 'approved') return 'already-approved'
    if (act.noRemarks) return draft.anythingWritten ? 'remarks-written' : null
    return draft.anythingWritten ? null : 'nothing-to-approve'
  }
  if (act.kind === 'reopened') return state === 'asked' || state === 'approved' ? null : 'nothing-to-reopen'
  if (state === 'approved' && act.kind === 'approved') return 'already-approved'
  const before = act.kind === 'approved' ? ['asked', 'changed'] : ['asked', 'changed', 'approved']
  if (!before.includes(state)) return 'not-asked'
  if (act.kind === 'sent-back') return act.reason.trim() === '' ? 'sending-back-reason-missing' : null
  return act.readRevision === draft.draftRevision ? null : 'changed-meanwhile'
}

/** The steps that may be taken now, for a page that offers no other. */
export function signOffOffered(draft: DraftToApprove): SignOffKind[] {
  const tried: SignOffAct[] = [
    { kind: 'asked', noRemarks: !draft.anythingWritten },
    { kind: 'approved', readRevision: draft.draftRevision },
    { kind: 'sent-back', reason: '-' },
    { kind: 'reopened' },
  ]
  return tried.filter((act) => signOffRefusal(draft, act) === null).map(({ kind }) => kind)
}
