import { type Actor, hasRole, isMember, type OrganisationRole } from '#app/features/identity/actor.ts'

/** Whose an input is, or would be; private persons have nobody who writes for them. */
export type Owned = { organisationId: string | null }

/** What a member may do with an input. Who has no role in the organisation is told that it does not exist. */
export type Standing = { mayWrite: boolean; maySubmit: boolean; mayWithdraw: boolean }

const may = (actor: Actor, { organisationId }: Owned, ...roles: OrganisationRole[]) =>
  organisationId !== null && hasRole(actor, organisationId, ...roles)

export function mayRead(actor: Actor, { organisationId }: Owned): boolean {
  return organisationId !== null && isMember(actor, organisationId)
}

/** Contributors and approvers write; they also open the draft. */
export function mayWrite(actor: Actor, input: Owned): boolean {
  return may(actor, input, 'contributor', 'approver')
}

/** Sending binds the organisation, so it takes the role of submitter. */
export function maySubmit(actor: Actor, input: Owned): boolean {
  return may(actor, input, 'submitter')
}

/** Who may send on behalf of the organisation may also take it back. */
export function mayWithdraw(actor: Actor, input: Owned): boolean {
  return may(actor, input, 'submitter')
}

/** All of it at once, for a page. */
export function standingOf(actor: Actor, input: Owned): Standing {
  return {
    mayWrite: mayWrite(actor, input),
    maySubmit: maySubmit(actor, input),
    mayWithdraw: mayWithdraw(actor, input),
  }
}
