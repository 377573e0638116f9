import type { Actor } from '#app/features/identity/actor.ts'
import { keyWith } from '#app/platform/http/idempotency.server.ts'
import type { MembersAct } from './forms.ts'
import { inviteMember, resendInvitation, revokeInvitation } from './invitations.server.ts'
import { changeRoles, requireApproval } from './members.server.ts'
import { decideRequest } from './requests.server.ts'

/** Does what a form about an organisation's members asks for. */
export function actOnMembers(actor: Actor, organisationId: string, form: MembersAct) {
  // One page has many forms; what is asked for tells apart those that share a key.
  const key = keyWith(form.key, form)
  switch (form.act) {
    case 'roles':
      return changeRoles(actor, organisationId, { ...form, key })
    case 'end':
      return changeRoles(actor, organisationId, { ...form, key, roles: [] })
    case 'invite':
      return inviteMember(actor, organisationId, { ...form, key })
    case 'resend':
      return resendInvitation(actor, organisationId, form.invitation, key)
    case 'revoke':
      return revokeInvitation(actor, organisationId, form.invitation, key)
    case 'consent':
      return decideRequest(actor, organisationId, { ...form, key })
    case 'decline':
      return decideRequest(actor, organisationId, { ...form, key, roles: [] })
    case 'approval':
      return requireApproval(actor, organisationId, key, form.required)
  }
}
