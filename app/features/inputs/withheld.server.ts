import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { inputWithholdings } from '#db/schema/index.ts'

/** Whether a version is withheld from the public now; its publication stands and has nothing to show. */
export function isWithheld(versionId: SQLWrapper): SQL<boolean> {
  return sql<boolean>`${versionId} in (select withheld.version_id from ${inputWithholdings} withheld
    where withheld.lifted_at is null)`
}
