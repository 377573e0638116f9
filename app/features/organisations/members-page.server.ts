import { eq } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { organisations } from '#db/schema/index.ts'
import { listInvitations } from './invitations.server.ts'
import { listMembers } from './membership.server.ts'
import { listOpenRequests } from './requests.server.ts'

/**
 * Who works for an organisation and its own rule; for those who decide, also who is invited and who asks to come in.
 * Asks no policy: the caller has found that the actor belongs there.
 */
export async function findMembersPage(organisationId: string, decides: boolean, now: Date) {
  const [[organisation], members, invitations, requests] = await Promise.all([
    database()
      .db.select({ approvalRequired: organisations.approvalRequired })
      .from(organisations)
      .where(eq(organisations.id, organisationId)),
    listMembers(organisationId),
    decides ? listInvitations(organisationId, now) : [],
    decides ? listOpenRequests(organisationId) : [],
  ])
  return organisation ? { ...organisation, members, invitations, requests } : null
}
