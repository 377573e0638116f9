import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { listedName } from '#app/features/organisations/listed-name.server.ts'
import { inputs, inputVersions } from '#db/schema/index.ts'

const dayOf = (moment: SQLWrapper) => sql`(${moment} at time zone 'Europe/Oslo')::date`

/** `isNameListed` in SQL, by the database's own clock; held against it by tests/integration/inputs/listing-age.test.ts. */
export function nameListed(submittedAt: SQLWrapper, now: SQLWrapper = sql`now()`): SQL<boolean> {
  return sql<boolean>`${dayOf(now)} <= ${dayOf(submittedAt)} + interval '1 year'`
}

const named = (name: SQLWrapper) => sql<string | null>`case when ${inputs.organisationId} is not null
    or ${inputVersions.naming} = 'named' and ${nameListed(inputVersions.submittedAt)}
  then ${name} end`

/**
 * Who sent a published version, as text beside what it said names it: null for a private person who did not ask to stand by
 * name, or whose name has aged out. In a query over inputs and input_versions; the input's own page says `publicSender`.
 */
export const namedSender = named(inputVersions.senderName)

/** The same as lists and data say it: by all official names of the body. */
export const listedSender = named(listedName(inputs.organisationId, inputVersions.senderName))
