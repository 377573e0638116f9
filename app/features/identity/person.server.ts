import { sql } from 'drizzle-orm'
import { databaseNow, type Transaction } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { people } from '#db/schema/index.ts'
import type { WorkLocale } from '../../platform/locale.ts'
import { personCame } from './events.ts'

/** Whoever may be new here: becomes a person when their link is used. */
export type Newcomer = { email: string; name: string }

/**
 * The person of an address that somebody has just proved to be theirs, put on record if new here. Null when they are
 * new and have not said their name.
 */
export async function findOrMakePerson(
  tx: Transaction,
  { email, name, locale }: Newcomer & { locale: WorkLocale },
): Promise<{ personId: string } | null> {
  const ofAddress = sql`lower(${people.email}) = lower(${email})`
  const find = () => tx.select({ personId: people.id }).from(people).where(ofAddress)
  const [known] = await find()
  if (known) return known
  if (name === '') return null
  const [made] = await tx
    .insert(people)
    .values({ email, name, locale })
    .onConflictDoNothing()
    .returning({ personId: people.id })
  if (made) {
    const at = await databaseNow(tx)
    await record(tx, { kind: personCame, actorId: made.personId, subjectId: made.personId, at })
    return made
  }
  // Somebody else's letter to the same address was faster.
  const [theirs] = await find()
  return theirs ?? null
}
