import { eq, sql } from 'drizzle-orm'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { people } from '#db/schema/index.ts'
import type { Locale } from '../../platform/locale.ts'
import type { Actor } from './actor.ts'
import { languageChosen, personCame } from './events.ts'

/** Whoever may be new here: becomes a person when their link is used. */
export type Newcomer = { email: string; name: string }

/**
 * The person of an address that somebody has just proved to be theirs, put on record if new here. Null when they are
 * new and have not said their name.
 */
export async function findOrMakePerson(
  tx: Transaction,
  { email, name, locale }: Newcomer & { locale: Locale },
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

/** The address somebody signs in with; for their own eyes. */
export async function findAddress({ personId }: Pick<Actor, 'personId'>): Promise<string> {
  const [found] = await database()
    .db.select({ email: people.email })
    .from(people)
    .where(eq(people.id, personId))
    .limit(1)
  return found?.email ?? ''
}

/** The language somebody wants their screens and letters in, from now on. */
export function chooseLanguage({ personId }: Pick<Actor, 'personId'>, language: Locale, key: string) {
  return tx((tx) =>
    once(tx, personId, key, 'choose language', async () => {
      await tx.update(people).set({ locale: language }).where(eq(people.id, personId))
      const at = await databaseNow(tx)
      await record(tx, {
        kind: languageChosen,
        ...{ actorId: personId, subjectId: personId, at, data: { language } },
      })
      return { language }
    }),
  )
}
