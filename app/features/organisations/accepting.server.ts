import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { findOrMakePerson } from '#app/features/identity/person.server.ts'
import { hashed } from '#app/features/identity/session.server.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { membershipInvitations, memberships, organisations, people } from '#db/schema/index.ts'
import type { Locale } from '../../platform/locale.ts'
import { invitationAccepted } from './events.ts'
import { giveRoles, holdOrganisation } from './held.server.ts'
import { invitationState, rolesOf } from './membership.ts'

/**
 * What somebody who holds an invitation's link is shown before they accept: the organisation, the roles, and whether the
 * address is one we know. Looking uses nothing. Null when there is no such link.
 */
export async function findInvitation(token: string, now: Date) {
  const [found] = await database()
    .db.select({
      invitation: membershipInvitations,
      organisation: { slug: organisations.slug, name: organisations.name, kind: organisations.kind },
      byName: people.name,
      known: sql<boolean>`exists (select 1 from people p where lower(p.email) = lower(${membershipInvitations.email}))`,
    })
    .from(membershipInvitations)
    .innerJoin(organisations, eq(organisations.id, membershipInvitations.organisationId))
    .innerJoin(people, eq(people.id, membershipInvitations.createdBy))
    .where(eq(membershipInvitations.tokenHash, hashed(token)))
  if (!found) return null
  const { invitation, organisation, byName, known } = found
  const { email, roles, expiresAt, acceptedBy } = invitation
  const state = invitationState(invitation, now)
  return { state, organisation, byName, known, email, roles: rolesOf(roles), expiresAt, acceptedBy }
}

type Accepting = { name: string; locale: Locale }

/**
 * Accepts an invitation once, for whoever is signed in, else for the person of the address it was sent to, who is put
 * on record if new here: the link proves the address. Roles that are held already are kept.
 */
export function acceptInvitation(actor: Actor | null, token: string, { name, locale }: Accepting) {
  return tx(async (tx) => {
    const [seen] = await tx
      .select({ organisationId: membershipInvitations.organisationId })
      .from(membershipInvitations)
      .where(eq(membershipInvitations.tokenHash, hashed(token)))
    const organisation = seen && (await holdOrganisation(tx, seen.organisationId))
    if (!organisation) return refuse('not-found')
    const [invitation] = await tx
      .select()
      .from(membershipInvitations)
      .where(eq(membershipInvitations.tokenHash, hashed(token)))
      .for('update')
    if (!invitation) return refuse('not-found')
    const { slug } = organisation
    const now = await databaseNow(tx)
    const state = invitationState(invitation, now)
    // The same form sent twice: whoever has accepted is let through to where they were going.
    if (state === 'used' && actor && invitation.acceptedBy === actor.personId)
      return { slug, personId: actor.personId }
    if (state !== 'open') return refuse(`invitation-${state}`)
    const person = actor ?? (await findOrMakePerson(tx, { email: invitation.email, name, locale }))
    if (!person) return refuse('name-missing')
    const { personId } = person
    const place = { organisationId: invitation.organisationId, personId }
    const held = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(
        and(
          eq(memberships.organisationId, place.organisationId),
          eq(memberships.personId, personId),
          isNull(memberships.endedAt),
        ),
      )
    await giveRoles(tx, place, rolesOf([...invitation.roles, ...held.map(({ role }) => role)]), now)
    await tx
      .update(membershipInvitations)
      .set({ acceptedAt: now, acceptedBy: personId })
      .where(eq(membershipInvitations.id, invitation.id))
    await record(tx, {
      ...{ kind: invitationAccepted, actorId: personId, subjectId: personId, at: now },
      data: { organisationId: place.organisationId, invitationId: invitation.id },
    })
    return { slug, personId }
  })
}
