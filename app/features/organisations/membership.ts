import type { OrganisationRole } from '../identity/actor.ts'

/** What somebody may be in an organisation, in the order of the work. */
export const ORGANISATION_ROLES = [
  'contributor',
  'approver',
  'submitter',
] as const satisfies OrganisationRole[]

/** An invitation to an organisation works for a fortnight. */
export const invitationLifetimeMs = 14 * 24 * 60 * 60_000

/** At most this many letters of invitation from an organisation in a day, and open requests of one person. */
export const maxInvitationsADay = 100
export const maxOpenRequests = 10

type Held = { personId: string; roles: readonly OrganisationRole[] }

/** Why a change of roles is not made: somebody must be left who decides; that nobody can send must be meant. */
export type RolesRefusal = 'last-approver' | 'last-submitter'

/**
 * Whether the roles of one member may become `roles` (none: the membership ends). An organisation keeps its last
 * approver. The last submitter may go when whoever decides has been told that nobody can send after that.
 */
export function rolesRefusal(
  members: readonly Held[],
  personId: string,
  roles: readonly OrganisationRole[],
  told: boolean,
): RolesRefusal | null {
  const leavesNobody = (role: OrganisationRole) =>
    members.some((member) => member.roles.includes(role)) &&
    !roles.includes(role) &&
    !members.some((member) => member.personId !== personId && member.roles.includes(role))
  if (leavesNobody('approver')) return 'last-approver'
  return leavesNobody('submitter') && !told ? 'last-submitter' : null
}

/** What an invitation is now. */
export type InvitationState = 'open' | 'used' | 'revoked' | 'expired'

type Invitation = { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null }

/** A used invitation stays used; one taken back or out of date lets nobody in. */
export function invitationState(invitation: Invitation, now: Date): InvitationState {
  if (invitation.acceptedAt !== null) return 'used'
  if (invitation.revokedAt !== null) return 'revoked'
  return now >= invitation.expiresAt ? 'expired' : 'open'
}

/** The roles of a form, each once and in their own order; anything else is left out. */
export function rolesOf(sent: readonly string[]): OrganisationRole[] {
  return ORGANISATION_ROLES.filter((role) => sent.includes(role))
}
