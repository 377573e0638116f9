import { type SQL, sql } from 'drizzle-orm'
import { inputVersions, registrationWithdrawals } from '#db/schema/index.ts'

/**
 * Whether a version of an input counts: every one registered by staff does, unless it was taken back, and of the sender's
 * own the latest adopted, else the latest. The same rule as effectiveVersions of the inputs room, said in SQL, here once.
 * `among` narrows the versions it is compared with, which it calls `other`.
 */
export function versionCounts(among: SQL = sql`true`): SQL<boolean> {
  return sql<boolean>`(case when ${inputVersions.kind} = 'registered'
    then ${inputVersions.id} not in (select back.version_id from ${registrationWithdrawals} back) else not exists (
    select 1 from ${inputVersions} other where other.input_id = ${inputVersions.inputId} and other.kind <> 'registered'
    and (other.kind = 'adopted', other.submitted_at, other.number)
      > (${inputVersions.kind} = 'adopted', ${inputVersions.submittedAt}, ${inputVersions.number}) and ${among}) end)`
}
