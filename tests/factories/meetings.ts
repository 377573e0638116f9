import type { Database } from '#db/client.server.ts'
import { meetings } from '#db/schema/index.ts'
import { only, unique } from './people.ts'
import { daysFromNow } from './strategies.ts'

/** A published meeting that was held yesterday for an hour, unless told otherwise. */
export async function aMeeting(
  db: Database,
  strategy: { id: string },
  { startsAt = daysFromNow(-1), ...own }: Partial<typeof meetings.$inferInsert> = {},
) {
  const values = {
    ...{ strategyId: strategy.id, slug: `mote-${unique()}`, startsAt },
    ...{ title: { nb: 'Dialogmøte', nn: 'Dialogmøte' }, intro: { nb: 'Alle kan delta.' } },
    ...{ endsAt: new Date(startsAt.getTime() + 3_600_000), place: { nb: 'Salen' } },
    publishedAt: daysFromNow(-10),
    ...own,
  }
  return only(await db.insert(meetings).values(values).returning())
}
