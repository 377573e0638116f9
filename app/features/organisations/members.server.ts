import { eq } from 'drizzle-orm'
import type { Actor, OrganisationRole } from '#app/features/identity/actor.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { organisations } from '#db/schema/index.ts'
import { approvalRequiredSet, membershipEnded, rolesChanged } from './events.ts'
import { giveRoles, heldMembers, holdOrganisation } from './held.server.ts'
import { rolesRefusal } from './membership.ts'
import { memberDecisionRefusal } from './policy.ts'

type Change = { key: string; person: string; roles: OrganisationRole[]; told: boolean }

/** Makes these the roles of a member; without any the membership ends. Refused for the last approver. */
export function changeRoles(actor: Actor, organisationId: string, { key, person, roles, told }: Change) {
  return tx(async (tx) => {
    const refusal = memberDecisionRefusal(actor, organisationId)
    if (refusal) return refuse(refusal)
    if (!(await holdOrganisation(tx, organisationId))) return refuse('not-found')
    return once(tx, actor.personId, key, `change roles ${organisationId}`, async () => {
      const members = await heldMembers(tx, organisationId)
      // Whoever has left already, or never was there, is not let in by this form.
      if (!members.some(({ personId }) => personId === person)) return refuse('no-member')
      const against = rolesRefusal(members, person, roles, told)
      if (against) return refuse(against)
      const now = await databaseNow(tx)
      await giveRoles(tx, { organisationId, personId: person }, roles, now)
      await record(tx, {
        kind: roles.length > 0 ? rolesChanged : membershipEnded,
        ...{ actorId: actor.personId, subjectId: person, at: now, data: { organisationId, roles } },
      })
      return { personId: person }
    })
  })
}

/** Says whether the organisation's inputs must be approved before they are sent. */
export function requireApproval(actor: Actor, organisationId: string, key: string, required: boolean) {
  return tx(async (tx) => {
    const refusal = memberDecisionRefusal(actor, organisationId)
    if (refusal) return refuse(refusal)
    if (!(await holdOrganisation(tx, organisationId))) return refuse('not-found')
    return once(tx, actor.personId, key, `require approval ${organisationId}`, async () => {
      await tx
        .update(organisations)
        .set({ approvalRequired: required })
        .where(eq(organisations.id, organisationId))
      const at = await databaseNow(tx)
      await record(tx, {
        ...{ kind: approvalRequiredSet, actorId: actor.personId, subjectId: organisationId, at },
        data: { required },
      })
      return { required }
    })
  })
}
