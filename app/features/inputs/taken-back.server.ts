import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { inputs, registrationWithdrawals } from '#db/schema/index.ts'

/** Whether staff have taken back a version they had registered. */
export function isTakenBack(versionId: SQLWrapper): SQL<boolean> {
  return sql<boolean>`${versionId} in (select back.version_id from ${registrationWithdrawals} back)`
}

/** When staff took a version back; null where they have not. */
export function takenBackAt(versionId: SQLWrapper): SQL<Date | null> {
  return sql<Date | null>`(select back.at from ${registrationWithdrawals} back
    where back.version_id = ${versionId})`.mapWith(registrationWithdrawals.at)
}

/** When a version was withdrawn: its whole input by the sender, or it alone by the staff who had registered it. */
export function withdrawnAtOf(versionId: SQLWrapper): SQL<Date | null> {
  return sql<Date | null>`coalesce(${inputs.withdrawnAt}, ${takenBackAt(versionId)})`.mapWith(
    inputs.withdrawnAt,
  )
}
