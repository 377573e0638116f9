import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { digestChoices, digests } from '#db/schema/index.ts'
import { digestChosen } from './events.ts'
import type { Reader } from './queue.server.ts'

/** Somebody the letter of the day may be for, and where they still work. */
export type DigestReader = Reader & { name: string; email: string; locale: string }

// Far more than any house has in its secretariats.
const mostReaders = 2_000

/**
 * Those who may get the letter of a day: they work on a strategy, have been given something there or have read something,
 * have an address, have not said no to the letter, and have not been sent it.
 */
export async function listDigestReaders(day: string): Promise<DigestReader[]> {
  const rows = await database().db.execute<DigestReader>(sql`
    select people.id as "personId", people.name, people.email, people.locale,
      array_agg(distinct strategy_staff.strategy_id) as "strategyIds"
    from strategy_staff join people on people.id = strategy_staff.person_id
    where strategy_staff.ended_at is null and people.email is not null
      and (exists (select 1 from assignments where assignments.person_id = people.id and assignments.ended_at is null)
        or exists (select 1 from readings where readings.person_id = people.id))
      and not exists (select 1 from digest_choices where digest_choices.person_id = people.id and not wanted)
      and not exists (select 1 from digests where digests.person_id = people.id and digests.day = ${day})
    group by people.id order by people.id limit ${mostReaders}`)
  return rows.map((row) => ({ ...row }))
}

/**
 * Takes it on oneself to send somebody the letter of a day; false when another has. It stands before the letter leaves:
 * whoever is killed in between has sent none, and nobody sends two.
 */
export async function claimDigest(personId: string, day: string): Promise<boolean> {
  const [claimed] = await database()
    .db.insert(digests)
    .values({ personId, day })
    .onConflictDoNothing()
    .returning({ day: digests.day })
  return claimed !== undefined
}

/** Gives it back, where the mail server did not take the letter. */
export async function releaseDigest(personId: string, day: string): Promise<void> {
  await database()
    .db.delete(digests)
    .where(and(eq(digests.personId, personId), eq(digests.day, day)))
}

/** Whether somebody gets the letter of the day; who has not said so does. */
export async function wantsDigest(personId: string): Promise<boolean> {
  const [choice] = await database()
    .db.select({ wanted: digestChoices.wanted })
    .from(digestChoices)
    .where(eq(digestChoices.personId, personId))
  return choice?.wanted ?? true
}

/** Somebody chooses for themselves whether they get it. */
export function chooseDigest(actor: Actor, { key, wanted }: { key: string; wanted: boolean }) {
  return tx((tx) =>
    once(tx, actor.personId, keyWith(key, { wanted }), 'choose-digest', async () => {
      const at = await databaseNow(tx)
      await tx
        .insert(digestChoices)
        .values({ personId: actor.personId, wanted, at })
        .onConflictDoUpdate({ target: digestChoices.personId, set: { wanted, at } })
      await record(tx, {
        ...{ kind: digestChosen, actorId: actor.personId, subjectId: actor.personId, at },
        data: { wanted },
      })
      return { wanted }
    }),
  )
}
