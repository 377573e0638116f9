import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { OrganisationRole } from '#app/features/identity/actor.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { memberships, organisations } from '#db/schema/index.ts'

/** An organisation held against every other change of its members until the transaction ends. */
export async function holdOrganisation(tx: Transaction, organisationId: string) {
  const [organisation] = await tx
    .select({ id: organisations.id, name: organisations.name, slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('update')
  return organisation ?? null
}

/** Who works in a held organisation, with their roles. */
export async function heldMembers(tx: Transaction, organisationId: string) {
  return tx
    .select({
      personId: memberships.personId,
      roles: sql<OrganisationRole[]>`array_agg(${memberships.role})`,
    })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
    .groupBy(memberships.personId)
    .orderBy(asc(memberships.personId))
    .limit(1_000)
}

/** Makes these the roles somebody holds in a held organisation: what is not among them ends, what ended begins anew. */
export async function giveRoles(
  tx: Transaction,
  place: { organisationId: string; personId: string },
  roles: readonly OrganisationRole[],
  now: Date,
) {
  const own = and(
    eq(memberships.organisationId, place.organisationId),
    eq(memberships.personId, place.personId),
    isNull(memberships.endedAt),
  )
  const held = await tx.select({ role: memberships.role }).from(memberships).where(own)
  const gone = held.filter(({ role }) => !roles.some((kept) => kept === role))
  for (const { role } of gone)
    await tx
      .update(memberships)
      .set({ endedAt: now })
      .where(and(own, eq(memberships.role, role)))
  const fresh = roles.filter((role) => !held.some((kept) => kept.role === role))
  if (fresh.length === 0) return
  await tx
    .insert(memberships)
    .values(fresh.map((role) => ({ ...place, role, since: now })))
    .onConflictDoUpdate({
      target: [memberships.organisationId, memberships.personId, memberships.role],
      set: { since: now, endedAt: null },
    })
}

/** Only one at a time puts bodies on record, so that nothing is put there twice. */
export async function holdOrganisationList(tx: Transaction) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisations'))`)
}
