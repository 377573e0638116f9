import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Actor, OrganisationRole } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { counties, membershipRequests, memberships, organisations, people } from '#db/schema/index.ts'
import { membershipAsked, requestDecided } from './events.ts'
import { giveRoles, heldMembers, holdOrganisation } from './held.server.ts'
import { maxOpenRequests, rolesOf } from './membership.ts'
import { memberDecisionRefusal } from './policy.ts'

type Asking = { key: string; organisation: string; message: string }

/** Asks to work for an organisation. Its approvers decide; where it has none, an administrator does. */
export function askToJoin(actor: Actor, { key, organisation, message }: Asking) {
  return tx(async (tx) => {
    const held = await holdOrganisation(tx, organisation)
    if (!held) return refuse('no-organisation')
    return once(tx, actor.personId, key, `ask to join ${organisation}`, async () => {
      const members = await heldMembers(tx, organisation)
      if (members.some(({ personId }) => personId === actor.personId)) return refuse('member-already')
      const open = and(eq(membershipRequests.personId, actor.personId), isNull(membershipRequests.decidedAt))
      const here = and(open, eq(membershipRequests.organisationId, organisation))
      if ((await tx.$count(membershipRequests, here)) > 0) return refuse('asked-already')
      if ((await tx.$count(membershipRequests, open)) >= maxOpenRequests) return refuse('too-many-requests')
      const now = await databaseNow(tx)
      const [made] = await tx
        .insert(membershipRequests)
        .values({ organisationId: organisation, personId: actor.personId, message, createdAt: now })
        .returning({ id: membershipRequests.id })
      if (!made) return refuse('try-again')
      await record(tx, {
        ...{ kind: membershipAsked, actorId: actor.personId, subjectId: made.id, at: now },
        data: { organisationId: organisation },
      })
      return { requestId: made.id }
    })
  })
}

type Decision = { key: string; request: string; roles: OrganisationRole[] }

/** Consents to a request, with roles, or declines it: without any. It is decided once. */
export function decideRequest(actor: Actor, organisationId: string, { key, request, roles }: Decision) {
  return tx(async (tx) => {
    const refusal = memberDecisionRefusal(actor, organisationId)
    if (refusal) return refuse(refusal)
    if (!(await holdOrganisation(tx, organisationId))) return refuse('not-found')
    return once(tx, actor.personId, key, `decide request ${request}`, async () => {
      const own = and(
        eq(membershipRequests.id, request),
        eq(membershipRequests.organisationId, organisationId),
      )
      const [asked] = await tx.select().from(membershipRequests).where(own).for('update')
      if (!asked) return refuse('no-request')
      if (asked.decidedAt !== null) return refuse('decided-already')
      const now = await databaseNow(tx)
      const { personId } = asked
      if (roles.length > 0) {
        // An invitation accepted meanwhile is not taken away by consenting to less.
        const members = await heldMembers(tx, organisationId)
        const held = members.find((member) => member.personId === personId)?.roles ?? []
        await giveRoles(tx, { organisationId, personId }, rolesOf([...held, ...roles]), now)
      }
      await tx
        .update(membershipRequests)
        .set({ decidedAt: now, decidedBy: actor.personId, roles: roles.length > 0 ? roles : null })
        .where(own)
      await record(tx, {
        ...{ kind: requestDecided, actorId: actor.personId, subjectId: request, at: now },
        data: { organisationId, roles },
      })
      return { requestId: request, consented: roles.length > 0 }
    })
  })
}

/** The requests an organisation has not decided, the oldest first. */
export function listOpenRequests(organisationId: string) {
  return database()
    .db.select({
      ...{ id: membershipRequests.id, message: membershipRequests.message },
      ...{ createdAt: membershipRequests.createdAt, name: people.name, email: people.email },
    })
    .from(membershipRequests)
    .innerJoin(people, eq(people.id, membershipRequests.personId))
    .where(and(eq(membershipRequests.organisationId, organisationId), isNull(membershipRequests.decidedAt)))
    .orderBy(asc(membershipRequests.createdAt), asc(membershipRequests.id))
    .limit(100)
}

export type OpenRequest = Awaited<ReturnType<typeof listOpenRequests>>[number]

/** What somebody has asked for, the newest first, and what became of it. */
export async function listOwnRequests(actor: Actor) {
  const rows = await database()
    .db.select({
      ...{ id: membershipRequests.id, createdAt: membershipRequests.createdAt },
      ...{ decidedAt: membershipRequests.decidedAt, roles: membershipRequests.roles },
      ...{ organisation: organisations.name, county: counties.name },
    })
    .from(membershipRequests)
    .innerJoin(organisations, eq(organisations.id, membershipRequests.organisationId))
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(eq(membershipRequests.personId, actor.personId))
    .orderBy(desc(membershipRequests.createdAt), desc(membershipRequests.id))
    .limit(20)
  return rows.map(({ decidedAt, roles, ...row }) => ({
    ...row,
    state: decidedAt === null ? ('open' as const) : roles ? ('consented' as const) : ('declined' as const),
  }))
}

export type OwnRequest = Awaited<ReturnType<typeof listOwnRequests>>[number]

/** What the letters about a request say. Approvers who have an address hear of it; null when it is gone. */
export async function requestLetter(requestId: string) {
  const { db } = database()
  const [found] = await db
    .select({
      ...{ organisationId: organisations.id, organisation: organisations.name, slug: organisations.slug },
      ...{ name: people.name, email: people.email, locale: people.locale },
      ...{ decidedAt: membershipRequests.decidedAt, roles: membershipRequests.roles },
    })
    .from(membershipRequests)
    .innerJoin(organisations, eq(organisations.id, membershipRequests.organisationId))
    .innerJoin(people, eq(people.id, membershipRequests.personId))
    .where(eq(membershipRequests.id, requestId))
  if (!found) return null
  const approvers = await db
    .select({ email: people.email, locale: people.locale })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, found.organisationId),
        eq(memberships.role, 'approver'),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(people.id))
    .limit(20)
  return { ...found, roles: rolesOf(found.roles ?? []), approvers }
}
