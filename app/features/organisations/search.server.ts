import { and, asc, eq, gte, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { counties, organisations } from '#db/schema/index.ts'

export const organisationsPerPage = 20

/** An organisation in a list: two may have one name, so the county always goes with it. */
export type FoundOrganisation = {
  id: string
  slug: string
  name: string
  officialName: string | null
  kind: string
  county: string | null
  municipalityNumber: string | null
  organisationNumber: string | null
  listed: boolean
  validTo: string | null
}

/** Columns of a FoundOrganisation, for queries that join the county. */
export const foundColumns = {
  ...{ id: organisations.id, slug: organisations.slug, name: organisations.name },
  ...{ officialName: organisations.officialName, kind: organisations.kind, county: counties.name },
  municipalityNumber: organisations.municipalityNumber,
  organisationNumber: organisations.organisationNumber,
  ...{ listed: organisations.listed, validTo: organisations.validTo },
}

/** Only bodies that exist on a day. */
export const existsOn = (day: string) => or(isNull(organisations.validTo), gte(organisations.validTo, day))

/**
 * One page of the organisations whose name in any of their languages, or whose number, fits what was typed, by name; and
 * how many there are. Those that exist no more are left out unless `also` says otherwise.
 */
export async function searchOrganisations(
  typed: string,
  page: number,
  { now, also = false }: { now: Date; also?: boolean },
): Promise<{ organisations: FoundOrganisation[]; total: number }> {
  const { db } = database()
  const fits = and(matches(typed), also ? undefined : existsOn(osloDate(now)))
  const [rows, total] = await Promise.all([
    db
      .select(foundColumns)
      .from(organisations)
      .leftJoin(counties, eq(counties.number, organisations.countyNumber))
      .where(fits)
      .orderBy(
        sql`${organisations.name} collate "nb-NO-x-icu"`,
        sql`${counties.name} collate "nb-NO-x-icu" nulls last`,
        asc(organisations.id),
      )
      .limit(organisationsPerPage)
      .offset((page - 1) * organisationsPerPage),
    db.$count(organisations, fits),
  ])
  return { organisations: rows, total }
}

/** An organisation by id or address as a list would show it, or null. */
export async function findOrganisation(at: SQL | undefined): Promise<FoundOrganisation | null> {
  const [found] = await database()
    .db.select(foundColumns)
    .from(organisations)
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(at)
    .limit(1)
  return found ?? null
}

export const organisationAt = (slug: string) => findOrganisation(eq(organisations.slug, slug))

function matches(typed: string): SQL | undefined {
  if (typed === '') return undefined
  const part = `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const number = typed.replace(/[\s.]/g, '')
  return or(
    ilike(organisations.name, part),
    ilike(organisations.officialName, part),
    sql`exists (select 1 from jsonb_each_text(${organisations.names}) n where n.value ilike ${part})`,
    eq(organisations.municipalityNumber, number),
    eq(organisations.organisationNumber, number),
  )
}
