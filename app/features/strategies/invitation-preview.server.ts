import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { OrganisationKind } from '#app/features/organisations/organisation.ts'
import { existsOn } from '#app/features/organisations/search.server.ts'
import { database } from '#app/platform/database.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { counties, invitations, organisations } from '#db/schema/index.ts'
import {
  type Candidate,
  type ListedRow,
  type ListPreview,
  labelOf,
  matchList,
  namesToLookFor,
} from './invitation-list.ts'

/** Bodies chosen by what the register says of them. Nothing chosen is nobody. */
export type RegisterFilter = { kind: readonly OrganisationKind[]; county: string | null }

/** The bodies of the register a filter means: listed, and there on the day. */
export function byFilter({ kind, county }: RegisterFilter, day: string): SQL | undefined {
  if (kind.length === 0 && county === null) return sql`false`
  return and(
    kind.length > 0 ? inArray(organisations.kind, [...kind]) : undefined,
    county === null ? undefined : eq(organisations.countyNumber, county),
    existsOn(day),
    eq(organisations.listed, true),
  )
}

const ofRound = (roundId: string) =>
  and(eq(invitations.organisationId, organisations.id), eq(invitations.roundId, roundId))

/** As many names as a preview shows; the others are counted. */
const shown = 60

/** Whom a filter would invite: how many there are, how many of them are invited, and the first names. Asks no policy. */
export async function previewFilter(roundId: string, filter: RegisterFilter, now: Date) {
  const { db } = database()
  const fits = byFilter(filter, osloDate(now))
  const [[sum], rows] = await Promise.all([
    db
      .select({
        bodies: sql`count(*)`.mapWith(Number),
        already: sql`count(${invitations.invitedAt})`.mapWith(Number),
      })
      .from(organisations)
      .leftJoin(invitations, ofRound(roundId))
      .where(fits),
    db
      .select({ id: organisations.id, name: organisations.name, county: counties.name })
      .from(organisations)
      .leftJoin(counties, eq(counties.number, organisations.countyNumber))
      .leftJoin(invitations, ofRound(roundId))
      .where(and(fits, isNull(invitations.invitedAt)))
      .orderBy(sql`${organisations.name} collate "nb-NO-x-icu"`, asc(organisations.id))
      .limit(shown),
  ])
  const { bodies = 0, already = 0 } = sum ?? {}
  return {
    bodies,
    already,
    invite: bodies - already,
    first: rows.map((row) => ({ id: row.id, label: labelOf(row) })),
  }
}

export type FilterPreview = Awaited<ReturnType<typeof previewFilter>>

/** The counties there are, by name. */
export function listCounties() {
  return database()
    .db.select({ number: counties.number, name: counties.name })
    .from(counties)
    .orderBy(sql`${counties.name} collate "nb-NO-x-icu"`)
    .limit(100)
}

const folded = (column: SQL | typeof organisations.name | typeof organisations.officialName) =>
  sql`lower(${column} collate "nb-NO-x-icu")`

/** Looks up whom a list means in the register. Nobody is invited by it. Asks no policy. */
export async function previewList(
  roundId: string,
  rows: readonly ListedRow[],
  now: Date,
): Promise<ListPreview> {
  return matchList(rows, await candidatesFor(roundId, rows, osloDate(now)))
}

async function candidatesFor(roundId: string, rows: readonly ListedRow[], day: string): Promise<Candidate[]> {
  const names = [...new Set(rows.flatMap(({ name }) => namesToLookFor(name)))]
  const numbers = [...new Set(rows.flatMap((row) => row.numbers))]
  const named = sql`any(${sql.param(names)}::text[])`
  const numbered = sql`any(${sql.param(numbers)}::text[])`
  const found = await database()
    .db.select({
      ...{ id: organisations.id, name: organisations.name, officialName: organisations.officialName },
      ...{ names: organisations.names, county: counties.name, validTo: organisations.validTo },
      municipalityNumber: organisations.municipalityNumber,
      organisationNumber: organisations.organisationNumber,
      invitedAt: invitations.invitedAt,
    })
    .from(organisations)
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .leftJoin(invitations, and(ofRound(roundId), isNotNull(invitations.invitedAt)))
    .where(
      and(
        eq(organisations.listed, true),
        or(
          sql`${folded(organisations.name)} = ${named}`,
          sql`${folded(organisations.officialName)} = ${named}`,
          sql`exists (select 1 from jsonb_each_text(${organisations.names}) n
            where lower(n.value collate "nb-NO-x-icu") = ${named})`,
          sql`${organisations.municipalityNumber} = ${numbered}`,
          sql`${organisations.organisationNumber} = ${numbered}`,
        ),
      ),
    )
    .orderBy(asc(organisations.name), asc(counties.name), asc(organisations.id))
    .limit(5_000)
  return found.map(({ validTo, invitedAt, officialName, names: others, ...body }) => ({
    ...{ id: body.id, name: body.name, county: body.county },
    names: [body.name, officialName, ...Object.values(others ?? {})].filter((one) => typeof one === 'string'),
    numbers: [body.municipalityNumber, body.organisationNumber].filter((one) => one !== null),
    ...{ invited: invitedAt !== null, gone: validTo !== null && validTo < day },
  }))
}
