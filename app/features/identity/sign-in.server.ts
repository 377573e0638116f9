import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { memberships, people, signInLinks, strategyStaff } from '#db/schema/index.ts'
import { type Locale, localeOf } from '../../platform/locale.ts'
import { linkRequested, signedIn } from './events.ts'
import { findOrMakePerson } from './person.server.ts'
import { hashed, newToken, openSession } from './session.server.ts'
import { homeOf, linkLifetimeMs, linkWindowMs, maxLinksPerPerson } from './sign-in.ts'

/**
 * Asks for a link by mail. Says nothing of whether the address is known; too many links in a while are refused
 * silently too, or the refusal would tell.
 */
export async function requestLink(email: string, locale: string, to: string | null) {
  await tx((tx) => requestLinkIn(tx, email, locale, to))
}

/** The same inside a transaction. Gives whether the address is somebody's, which only other rooms' rules may know. */
export async function requestLinkIn(tx: Transaction, email: string, locale: string, to: string | null) {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(sql`lower(${people.email}) = lower(${email})`)
    .for('update')
  if (!person) return false
  const now = await databaseNow(tx)
  const recent = await tx.$count(
    signInLinks,
    and(
      eq(signInLinks.personId, person.id),
      gt(signInLinks.createdAt, new Date(now.getTime() - linkWindowMs)),
    ),
  )
  if (recent < maxLinksPerPerson)
    await record(tx, {
      kind: linkRequested,
      actorId: null,
      subjectId: person.id,
      at: now,
      data: { locale, to },
    })
  return true
}

/** Makes a link's token; only its hash is stored, so the token goes straight into the letter or the address. */
export async function createLink(tx: Transaction, personId: string): Promise<string> {
  const token = newToken()
  const now = await databaseNow(tx)
  await tx.insert(signInLinks).values({
    personId,
    tokenHash: hashed(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + linkLifetimeMs),
  })
  return token
}

/** Whether a link could still be used. Looking does not use it: mail scanners open links. */
export async function isUsableLink(token: string): Promise<boolean> {
  const [link] = await database().db.select({ id: signInLinks.id }).from(signInLinks).where(usable(token))
  return link !== undefined
}

const usable = (token: string) =>
  and(
    eq(signInLinks.tokenHash, hashed(token)),
    isNull(signInLinks.usedAt),
    gt(signInLinks.expiresAt, sql`clock_timestamp()`),
  )

/**
 * Uses a link once and opens a session; a newcomer becomes a person. Returns the Set-Cookie value and where the person
 * works, or the refusal of a used or old link.
 */
export async function useLink(
  token: string,
  locale: Locale,
): Promise<{ cookie: string; home: string } | { refusal: 'link-not-usable' }> {
  const personId = await tx(async (tx) => {
    const now = await databaseNow(tx)
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: now })
      .where(usable(token))
      .returning({ personId: signInLinks.personId, email: signInLinks.email, name: signInLinks.name })
    if (!link) return null
    const newcomer = { email: link.email ?? '', name: link.name ?? '', locale: localeOf(locale) }
    const personId = link.personId ?? (await findOrMakePerson(tx, newcomer))?.personId
    if (personId) await record(tx, { kind: signedIn, actorId: personId, subjectId: personId, at: now })
    return personId
  })
  if (!personId) return { refusal: 'link-not-usable' }
  const [cookie, home] = await Promise.all([openSession(personId), findHome(personId)])
  return { cookie, home }
}

async function findHome(personId: string): Promise<string> {
  const holds = (table: typeof memberships | typeof strategyStaff) =>
    sql<boolean>`exists (select 1 from ${table} r where r.person_id = people.id and r.ended_at is null)`
  const [person] = await database()
    .db.select({
      staff: holds(strategyStaff),
      member: holds(memberships),
      administrator: sql<boolean>`${people.administratorSince} is not null`,
    })
    .from(people)
    .where(eq(people.id, personId))
  return homeOf(person ?? { staff: false, member: false, administrator: false })
}
