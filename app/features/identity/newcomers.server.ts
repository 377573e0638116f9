import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { signInLinks } from '#db/schema/index.ts'
import type { Locale } from '../../platform/locale.ts'
import { newcomerLinkRequested } from './events.ts'
import type { Newcomer } from './person.server.ts'
import { hashed, newToken } from './session.server.ts'
import { requestLinkIn } from './sign-in.server.ts'
import { linkLifetimeMs, linkWindowMs, maxLinksPerPerson } from './sign-in.ts'

/**
 * Asks for a link by mail for somebody who may be new here. The answer is the same whether the address is known or not,
 * also when too many links have been asked for. Whoever is known gets the same letter as when signing in.
 */
export function requestNewcomerLink({ email, name }: Newcomer, locale: Locale, to: string) {
  return tx(async (tx) => {
    if (await requestLinkIn(tx, email, locale, to)) return
    // Two forms of one address at once are counted one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(lower(${email})))`)
    const now = await databaseNow(tx)
    const recent = and(
      sql`lower(${signInLinks.email}) = lower(${email})`,
      gt(signInLinks.createdAt, new Date(now.getTime() - linkWindowMs)),
    )
    if ((await tx.$count(signInLinks, recent)) >= maxLinksPerPerson) return
    const [link] = await tx
      .insert(signInLinks)
      .values({
        // Nobody has this token: the one that works is made with the letter.
        ...{ email, name, tokenHash: hashed(newToken()), createdAt: now },
        expiresAt: new Date(now.getTime() + linkLifetimeMs),
      })
      .returning({ id: signInLinks.id })
    if (!link) return
    await record(tx, {
      ...{ kind: newcomerLinkRequested, actorId: null, subjectId: link.id, at: now, data: { locale, to } },
    })
  })
}

/** What the letter to a newcomer needs, with a token made for it; null when the link has been used. */
export function newcomerLetter(linkId: string) {
  return tx(async (tx) => {
    const [link] = await tx
      .select({ email: signInLinks.email })
      .from(signInLinks)
      .where(and(eq(signInLinks.id, linkId), isNull(signInLinks.usedAt)))
      .for('update')
    if (!link?.email) return null
    const token = newToken()
    const now = await databaseNow(tx)
    await tx
      .update(signInLinks)
      .set({ tokenHash: hashed(token), expiresAt: new Date(now.getTime() + linkLifetimeMs) })
      .where(eq(signInLinks.id, linkId))
    return { email: link.email, token }
  })
}
