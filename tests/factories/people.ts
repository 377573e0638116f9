import { randomBytes } from 'node:crypto'
import type { Actor, OrganisationRole, StaffRole } from '#app/features/identity/actor.ts'
import type { Sender } from '#app/features/organisations/sender.ts'
import type { Database } from '#db/client.server.ts'
import { memberships, organisations, people, strategyStaff } from '#db/schema/index.ts'

/** A word no other row of the test has: for slugs and addresses. */
export const unique = () => randomBytes(4).toString('hex')

/** The one row an insert gave back. */
export function only<T>(rows: T[]): T {
  const [row] = rows
  if (!row) throw new Error('Nothing was inserted')
  return row
}

export async function aPerson(db: Database, own: Partial<typeof people.$inferInsert> = {}) {
  const values = { name: 'Kari Lund', email: `${unique()}@example.test`, ...own }
  return only(await db.insert(people).values(values).returning())
}

/** An invented municipality, unless told otherwise. */
export async function anOrganisation(db: Database, own: Partial<typeof organisations.$inferInsert> = {}) {
  const values = { slug: `solvaer-${unique()}`, name: 'Solvær kommune', kind: 'municipality', ...own }
  return only(await db.insert(organisations).values(values).returning())
}

/** The organisation as somebody in it answers as it. */
export function senderOf({ id, slug, name }: { id: string; slug: string; name: string }): Sender {
  return { organisationId: id, personId: null, slug, name, kind: 'municipality' }
}

/** Somebody who acts, with no role anywhere yet. */
export async function anActor(db: Database, own: Partial<typeof people.$inferInsert> = {}): Promise<Actor> {
  const person = await aPerson(db, own)
  return {
    personId: person.id,
    name: person.name,
    locale: person.locale === 'nn' ? 'nn' : 'nb',
    administrator: person.administratorSince !== null,
    memberships: [],
    staff: [],
  }
}

/** A new person with these roles in an organisation. */
export async function aMember(
  db: Database,
  organisation: { id: string },
  ...roles: OrganisationRole[]
): Promise<Actor> {
  const actor = await anActor(db)
  const held = roles.map((role) => ({ organisationId: organisation.id, role }))
  await db.insert(memberships).values(held.map((m) => ({ ...m, personId: actor.personId })))
  return { ...actor, memberships: held }
}

/** A new person who works on a strategy, for its own organiser. */
export async function aStaffMember(
  db: Database,
  strategy: { id: string },
  ...roles: StaffRole[]
): Promise<Actor> {
  const actor = await anActor(db, { name: 'Ingrid Dal' })
  const organiser = await anOrganisation(db, { name: 'Direktoratet for prøver', kind: 'state-body' })
  const held = roles.map((role) => ({ strategyId: strategy.id, organiserId: organiser.id, role }))
  await db.insert(strategyStaff).values(held.map((s) => ({ ...s, personId: actor.personId })))
  return { ...actor, staff: held }
}
