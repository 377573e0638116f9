import { and, count, desc, eq, isNotNull } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { meetings } from '#db/schema/index.ts'

/** Meetings of one page of the API. */
export const meetingsPerPage = 50

/** One page of a strategy's published meetings, the latest first; those that were called off among them. */
export async function listApiMeetings(strategyId: string, page: number) {
  const { db } = database()
  const which = and(eq(meetings.strategyId, strategyId), isNotNull(meetings.publishedAt))
  const [found, [sum]] = await Promise.all([
    db
      .select({
        ...{ slug: meetings.slug, title: meetings.title, place: meetings.place },
        ...{ startsAt: meetings.startsAt, endsAt: meetings.endsAt, streamUrl: meetings.streamUrl },
        ...{ cancelledAt: meetings.cancelledAt, summaryAt: meetings.summaryAt },
      })
      .from(meetings)
      .where(which)
      .orderBy(desc(meetings.startsAt), desc(meetings.id))
      .limit(meetingsPerPage)
      .offset((page - 1) * meetingsPerPage),
    db.select({ total: count() }).from(meetings).where(which),
  ])
  return { meetings: found, total: sum?.total ?? 0 }
}

export type ApiMeetingRow = Awaited<ReturnType<typeof listApiMeetings>>['meetings'][number]
