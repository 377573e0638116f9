import { eq } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { people, registrationWithdrawals } from '#db/schema/index.ts'

/** Who took a version back, when and why; null while it stands. Asks no policy: the caller has found the version. */
export async function findTakenBack(versionId: string) {
  const [row] = await database()
    .db.select({
      ...{ at: registrationWithdrawals.at, reason: registrationWithdrawals.reason, by: people.name },
    })
    .from(registrationWithdrawals)
    .innerJoin(people, eq(people.id, registrationWithdrawals.by))
    .where(eq(registrationWithdrawals.versionId, versionId))
  return row ?? null
}
