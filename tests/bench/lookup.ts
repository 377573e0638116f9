import { eq } from 'drizzle-orm'
import { findRound } from '#app/features/strategies/queries.server.ts'
import type { Connection } from '#db/client.server.ts'
import { strategies } from '#db/schema/index.ts'
import { only } from '#tests/factories/people.ts'
import { aRound } from '#tests/factories/strategies.ts'

/** The look-up every page under a round begins with, through the room and as the same SQL straight to the driver. */
export async function prepareLookups({ db, sql }: Connection) {
  const round = await aRound(db)
  const strategy = only(await db.select().from(strategies).where(eq(strategies.id, round.strategyId)))
  const ours = await findRound(strategy.slug, round.slug)
  if (ours?.id !== round.id) throw new Error('the room did not find the round')
  return {
    throughDataLayer: () => findRound(strategy.slug, round.slug),
    raw: () => sql`
      select r.id, r.strategy_id, r.slug, r.number, r.title, r.intro, r.legal_form, r.opens_at, r.deadline_at,
        r.accepts_late_until, r.closed_at, r.inputs_shown, s.slug as strategy_slug, s.title as strategy_title,
        s.contact_email
      from rounds r join strategies s on s.id = r.strategy_id
      where s.slug = ${strategy.slug} and r.slug = ${round.slug}
        and s.published_at is not null and r.published_at is not null`,
  }
}
