import { eq } from 'drizzle-orm'
import { findActor } from '#app/features/identity/session.server.ts'
import { invitationLetter } from '#app/features/organisations/invitations.server.ts'
import { listMembers } from '#app/features/organisations/membership.server.ts'
import type { Database } from '#db/client.server.ts'
import { membershipInvitations, memberships } from '#db/schema/index.ts'
import { aMember, anActor, anOrganisation } from '#tests/factories/people.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'

/** An organisation with somebody who decides there. */
export async function aBody(db: Database, own: Parameters<typeof anOrganisation>[1] = {}) {
  const organisation = await anOrganisation(db, own)
  return { organisation, approver: await aMember(db, organisation, 'approver', 'submitter') }
}

/** The same person with today's roles. */
export async function anew(db: Database, { personId }: { personId: string }) {
  const cookie = await cookieOf(db, personId)
  const actor = await findActor(new Request('http://x/', { headers: { cookie } }))
  if (!actor) throw new Error('Nobody is signed in')
  return actor
}

/** The token of an invitation's letter. */
export async function tokenOf(invitationId: string): Promise<string> {
  const letter = await invitationLetter(invitationId)
  if (!letter) throw new Error('There is no letter')
  return letter.token
}

/** Who is in an organisation, with their roles, by name. */
export async function rolesIn(organisationId: string) {
  return Object.fromEntries((await listMembers(organisationId)).map(({ name, roles }) => [name, roles]))
}

/** Rows of membership that somebody has or had, however they stand. */
export const rowsOf = (db: Database, personId: string) =>
  db.select().from(memberships).where(eq(memberships.personId, personId))

export const invitationsOf = (db: Database, organisationId: string) =>
  db.select().from(membershipInvitations).where(eq(membershipInvitations.organisationId, organisationId))

export const aStranger = (db: Database, name = 'Jonas Berg') => anActor(db, { name })
