import { hasRole, isMember, type Member, type OrganisationRole } from '#app/features/identity/actor.ts'

/** Whose an input is, or would be: an organisation's, or a private person's own. */
export type Owned = { organisationId: string | null; personId?: string | null }

/** What a member may do with an input. Who has no role in the organisation is told that it does not exist. */
export type Standing = { mayWrite: boolean; mayApprove: boolean; maySubmit: boolean; mayWithdraw: boolean }

const isOwn = (actor: Member, { organisationId, personId }: Owned) =>
  organisationId === null && personId === actor.personId

// A private person holds every role in what is that person's own.
const may = (actor: Member, owned: Owned, ...roles: OrganisationRole[]) =>
  owned.organisationId === null ? isOwn(actor, owned) : hasRole(actor, owned.organisationId, ...roles)

export function mayRead(actor: Member, owned: Owned): boolean {
  return owned.organisationId === null ? isOwn(actor, owned) : isMember(actor, owned.organisationId)
}

/** Contributors and approvers write; they also open the draft. */
export function mayWrite(actor: Member, input: Owned): boolean {
  return may(actor, input, 'contributor', 'approver')
}

/** Approving what is to be sent, or sending it back to those who write. */
export function mayApprove(actor: Member, input: Owned): boolean {
  return may(actor, input, 'approver')
}

/** Sending binds the organisation, so it takes the role of submitter. */
export function maySubmit(actor: Member, input: Owned): boolean {
  return may(actor, input, 'submitter')
}

/** Who may send on behalf of the organisation may also take it back. */
export function mayWithdraw(actor: Member, input: Owned): boolean {
  return may(actor, input, 'submitter')
}

/** All of it at once, for a page. */
export function standingOf(actor: Member, input: Owned): Standing {
  return {
    mayWrite: mayWrite(actor, input),
    mayApprove: mayApprove(actor, input),
    maySubmit: maySubmit(actor, input),
    mayWithdraw: mayWithdraw(actor, input),
  }
}
