import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { inputs, inputVersions } from '#db/schema/index.ts'

const dayOf = (moment: SQLWrapper) => sql`(${moment} at time zone 'Europe/Oslo')::date`

/** `isNameListed` in SQL, by the database's own clock; held against it by tests/integration/inputs/listing-age.test.ts. */
export function nameListed(submittedAt: SQLWrapper, now: SQLWrapper = sql`now()`): SQL<boolean> {
  return sql<boolean>`${dayOf(now)} <= ${dayOf(submittedAt)} + interval '1 year'`
}

/**
 * Who sent a published version, as lists and data say it: null for a private person who did not ask to stand by name, or
 * whose name has aged out. In a query over inputs and input_versions; the input's own page says `publicSender`.
 */
export const listedSender = sql<string | null>`case when ${inputs.organisationId} is not null
    or ${inputVersions.naming} = 'named' and ${nameListed(inputVersions.submittedAt)}
  then ${inputVersions.senderName} end`
