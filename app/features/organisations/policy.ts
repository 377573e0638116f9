import { type Actor, hasRole, isMember } from '#app/features/identity/actor.ts'

/** Members see their organisation's side of Innspill; to everyone else it does not exist. */
export function mayEnter(actor: Actor, organisation: { id: string }): boolean {
  return isMember(actor, organisation.id)
}

/** Approvers decide who works for the organisation and how; administrators help where there is no approver yet. */
export function mayDecideMembers(actor: Actor, organisationId: string): boolean {
  return hasRole(actor, organisationId, 'approver') || actor.administrator
}

/** Administrators keep the list of organisations. */
export function mayKeepOrganisations(actor: Actor): boolean {
  return actor.administrator
}

/** Why a decision about members is not heard: what somebody has no part in does not exist for them. */
export function memberDecisionRefusal(
  actor: Actor,
  organisationId: string,
): 'not-found' | 'forbidden' | null {
  if (mayDecideMembers(actor, organisationId)) return null
  return isMember(actor, organisationId) ? 'forbidden' : 'not-found'
}
