import { and, asc, eq, or, sql } from 'drizzle-orm'
import {
  existsOn,
  type FoundOrganisation,
  findOrganisation,
  foundColumns,
  searchOrganisations,
} from '#app/features/organisations/search.server.ts'
import { database } from '#app/platform/database.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { counties, organisations } from '#db/schema/index.ts'

/** What the register has for a name or a number: the one body it can only mean, or those it may mean and how many. */
export type SenderSearch =
  | { exact: FoundOrganisation }
  | { exact: null; found: FoundOrganisation[]; total: number }

/** Looks for a sender by what was typed. A whole name or number that only one living body has is that body. */
export async function searchSender(typed: string, now: Date): Promise<SenderSearch> {
  const name = cleanLine(typed)
  if (name === '') return { exact: null, found: [], total: 0 }
  const [exact, another] = await wholeMatches(name, now)
  if (exact && !another) return { exact }
  const { organisations: found, total } = await searchOrganisations(name, 1, { now })
  return { exact: null, found, total }
}

/** The body somebody picked in the list. */
export const pickedSender = (id: string) => findOrganisation(eq(organisations.id, id))

function wholeMatches(name: string, now: Date): Promise<FoundOrganisation[]> {
  const number = name.replace(/[\s.]/g, '')
  return database()
    .db.select(foundColumns)
    .from(organisations)
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(
      and(
        existsOn(osloDate(now)),
        or(
          sql`lower(${organisations.name}) = lower(${name})`,
          eq(organisations.municipalityNumber, number),
          eq(organisations.organisationNumber, number),
        ),
      ),
    )
    .orderBy(asc(organisations.id))
    .limit(2)
}
