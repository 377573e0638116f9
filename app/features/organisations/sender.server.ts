import { eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database } from '#app/platform/database.server.ts'
import { organisations } from '#db/schema/index.ts'
import { listMembers, type Member } from './membership.server.ts'
import { type OrganisationKind, personalSlug } from './organisation.ts'
import { mayEnter } from './policy.ts'
import type { Sender, SenderIds } from './sender.ts'

/** Oneself as a sender. Everybody who is signed in may answer as a private person. */
export function asPerson({ personId, name }: Actor): Sender {
  return { organisationId: null, personId, slug: personalSlug, name, kind: 'person' }
}

/** The sender of an address of the workspace, or null when there is none or it is not the actor's to answer as. */
export async function findSender(actor: Actor, slug: string): Promise<Sender | null> {
  if (slug === personalSlug) return asPerson(actor)
  const [organisation] = await database()
    .db.select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.slug, slug))
  if (!organisation || !mayEnter(actor, organisation)) return null
  const { id: organisationId, name, kind } = organisation
  return { organisationId, personId: null, slug, name, kind: kind as OrganisationKind }
}

/** Who works on what the sender sends: the organisation's members, or the person alone, who then holds every role. */
export async function listWriters(sender: SenderIds & { name: string }): Promise<Member[]> {
  if (sender.organisationId !== null) return listMembers(sender.organisationId)
  return [{ personId: sender.personId, name: sender.name, roles: ['approver', 'contributor', 'submitter'] }]
}
