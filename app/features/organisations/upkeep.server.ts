import { and, asc, eq, isNull, ne, type SQL } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { counties, memberships, organisationSuccessions, organisations } from '#db/schema/index.ts'
import { organisationSaved } from './events.ts'
import type { OrganisationFields } from './forms.ts'
import { holdOrganisationList } from './held.server.ts'
import { isMunicipalityNumber, isOrganisationNumber } from './organisation.ts'
import { mayKeepOrganisations } from './policy.ts'

/** The counties there are, by number. */
export function listCounties() {
  return database().db.select().from(counties).orderBy(asc(counties.number)).limit(200)
}

/** An organisation with all its fields, what it came from and what came after it; null when there is none. */
export async function findFullOrganisation(actor: Actor, slug: string) {
  if (!mayKeepOrganisations(actor)) return refuse('forbidden')
  const { db } = database()
  const [found] = await db
    .select({ organisation: organisations, county: counties.name })
    .from(organisations)
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(eq(organisations.slug, slug))
  if (!found) return null
  const { id } = found.organisation
  const [before, after, approvers] = await Promise.all([
    listKin(organisationSuccessions.predecessorId, organisationSuccessions.successorId, id),
    listKin(organisationSuccessions.successorId, organisationSuccessions.predecessorId, id),
    db.$count(
      memberships,
      and(eq(memberships.organisationId, id), eq(memberships.role, 'approver'), isNull(memberships.endedAt)),
    ),
  ])
  return { ...found.organisation, county: found.county, before, after, approvers }
}

type Side = typeof organisationSuccessions.predecessorId | typeof organisationSuccessions.successorId

function listKin(shown: Side, own: Side, id: string) {
  return database()
    .db.select({
      ...{ slug: organisations.slug, name: organisations.name, on: organisationSuccessions.on },
      ...{ number: organisations.municipalityNumber, county: counties.name },
    })
    .from(organisationSuccessions)
    .innerJoin(organisations, eq(organisations.id, shown))
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(eq(own, id))
    .orderBy(asc(organisationSuccessions.on), asc(organisations.name))
    .limit(50)
}

/** Saves what an administrator wrote of an organisation. Numbers are nobody else's, and check themselves. */
export function saveOrganisation(actor: Actor, slug: string, form: OrganisationFields, key: string) {
  return tx(async (tx) => {
    if (!mayKeepOrganisations(actor)) return refuse('forbidden')
    await holdOrganisationList(tx)
    const [held] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, slug))
      .for('update')
    if (!held) return refuse('not-found')
    return once(tx, actor.personId, key, `save organisation ${held.id}`, async () => {
      const { organisationNumber, municipalityNumber, county, validFrom, validTo } = form
      if (organisationNumber && !isOrganisationNumber(organisationNumber)) return refuse('number-unusable')
      if (municipalityNumber && !isMunicipalityNumber(municipalityNumber))
        return refuse('municipality-number-unusable')
      if (validFrom && validTo && validTo < validFrom) return refuse('validity-reversed')
      const others = (same: SQL) => tx.$count(organisations, and(same, ne(organisations.id, held.id)))
      const { organisationNumber: ofOrganisation, municipalityNumber: ofMunicipality } = organisations
      if (organisationNumber && (await others(eq(ofOrganisation, organisationNumber))) > 0)
        return refuse('number-taken')
      if (municipalityNumber && (await others(eq(ofMunicipality, municipalityNumber))) > 0)
        return refuse('municipality-number-taken')
      if (county && (await tx.$count(counties, eq(counties.number, county))) === 0)
        return refuse('county-unknown')
      await tx
        .update(organisations)
        .set({
          ...{ name: form.name, officialName: form.officialName || null, kind: form.kind },
          ...{ organisationNumber: organisationNumber || null, listed: form.listed },
          ...{ municipalityNumber: municipalityNumber || null, countyNumber: county || null },
          ...{ writtenForm: form.writtenForm, validFrom: validFrom || null, validTo: validTo || null },
        })
        .where(eq(organisations.id, held.id))
      await record(tx, {
        ...{ kind: organisationSaved, actorId: actor.personId, subjectId: held.id },
        at: await databaseNow(tx),
      })
      return { slug }
    })
  })
}
