import { and, eq, like, or, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { organisations } from '#db/schema/index.ts'
import { organisationCreated } from './events.ts'
import type { NewOrganisation } from './forms.ts'
import { giveRoles, holdOrganisationList } from './held.server.ts'
import { ORGANISATION_ROLES } from './membership.ts'
import { isOrganisationNumber, organisationSlug, slugOf } from './organisation.ts'

/** A body that is here already: whoever wants to work for it asks for membership. */
export type KnownOrganisation = { id: string; slug: string; name: string }

type Outcome =
  | { slug: string }
  | Refused<'number-unusable' | 'try-again'>
  | (Refused<'known-already'> & { known: KnownOrganisation })

/**
 * Puts a body on record that was not, told of by somebody who answers for it: not in the register (`listed` false), and
 * all roles are theirs. One with the same number, or of the same kind and name, is not made again.
 */
export function createUnlisted(actor: Actor, form: NewOrganisation, key: string): Promise<Outcome> {
  return tx(async (tx) => {
    await holdOrganisationList(tx)
    return once<Outcome>(tx, actor.personId, key, 'create organisation', async () => {
      const { name, kind, organisationNumber: number } = form
      if (number !== '' && !isOrganisationNumber(number)) return refuse('number-unusable')
      const known = await findAlike(tx, form)
      if (known) return { ...refuse('known-already'), known }
      const now = await databaseNow(tx)
      const [made] = await tx
        .insert(organisations)
        .values({
          ...{ name, kind, organisationNumber: number || null, listed: false },
          ...{ slug: await freeAddress(tx, name), createdAt: now, createdBy: actor.personId },
        })
        .returning({ id: organisations.id, slug: organisations.slug })
      if (!made) return refuse('try-again')
      await giveRoles(tx, { organisationId: made.id, personId: actor.personId }, ORGANISATION_ROLES, now)
      await record(tx, {
        ...{ kind: organisationCreated, actorId: actor.personId, subjectId: made.id, at: now },
        data: { listed: false },
      })
      return { slug: made.slug }
    })
  })
}

async function findAlike(tx: Transaction, { name, kind, organisationNumber }: NewOrganisation) {
  // ICU folds letters alike wherever the database was set up.
  const alike = and(
    eq(organisations.kind, kind),
    sql`lower(${organisations.name} collate "und-x-icu") = lower(${name} collate "und-x-icu")`,
  )
  const [known] = await tx
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(organisationNumber ? or(eq(organisations.organisationNumber, organisationNumber), alike) : alike)
    .orderBy(sql`${organisations.organisationNumber} = ${organisationNumber} desc nulls last`)
    .limit(1)
  return known ?? null
}

/** A free address for a body of this name. The list of organisations must be held. */
export async function freeAddress(tx: Transaction, ...names: string[]): Promise<string> {
  const wanted = names.map(slugOf)
  const taken = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(or(...wanted.map((slug) => like(organisations.slug, `${slug}%`))))
    .limit(10_000)
  const slugs = taken.map(({ slug }) => slug)
  // A longer name that says which of them it is comes before a number.
  const free = names.find((name) => organisationSlug(name, slugs) === slugOf(name))
  return free === undefined ? organisationSlug(names[0] ?? '', slugs) : slugOf(free)
}
