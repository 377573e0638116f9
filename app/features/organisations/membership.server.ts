import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Actor, OrganisationRole } from '#app/features/identity/actor.ts'
import { database } from '#app/platform/database.server.ts'
import { counties, memberships, organisations, people } from '#db/schema/index.ts'

/** An organisation one works in. */
export type OwnOrganisation = { id: string; slug: string; name: string; county: string | null }

/** Somebody who works in the organisation, with every role held there. */
export type Member = { personId: string; name: string; roles: OrganisationRole[] }

const columns = {
  ...{ id: organisations.id, slug: organisations.slug, name: organisations.name },
  county: counties.name,
}

/** The organisations somebody belongs to, by name. */
export async function listOwnOrganisations(actor: Actor): Promise<OwnOrganisation[]> {
  const ids = [...new Set(actor.memberships.map(({ organisationId }) => organisationId))].slice(0, 200)
  if (ids.length === 0) return []
  return database()
    .db.select(columns)
    .from(organisations)
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(inArray(organisations.id, ids))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(200)
}

/** Who works in an organisation. Asks no policy: the caller's query has found that the actor belongs there. */
export async function listMembers(organisationId: string): Promise<Member[]> {
  const rows = await database()
    .db.select({
      personId: people.id,
      name: people.name,
      roles: sql<OrganisationRole[]>`array_agg(${memberships.role} order by ${memberships.role})`,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
    .groupBy(people.id)
    .orderBy(asc(people.name))
    .limit(50)
  return rows
}
