import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'
import { meetingPath, roundPath } from '#app/features/strategies/address.ts'
import { database } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { meetings, roundRevisions, rounds, strategies } from '#db/schema/index.ts'
import { type CalendarEvent, deadlineEvents, meetingEvent } from './calendar.ts'
import { changedAt, timesChanged } from './meeting-changes.server.ts'

const YEAR = 366 * 86_400_000
const mostEvents = 500

/** The deadlines and meetings of one strategy, or of all that are public: those to come, and those of the past year. Two queries. */
export async function listEvents(
  strategyId: string | null,
  { now, locale }: { now: Date; locale: Locale },
): Promise<CalendarEvent[]> {
  const since = new Date(now.getTime() - YEAR)
  const { db } = database()
  const ofStrategy = and(
    isNotNull(strategies.publishedAt),
    strategyId === null ? undefined : eq(strategies.id, strategyId),
  )
  // Number 1 is the round as it was published.
  const revised = sql<number>`(select greatest(max(v.number) - 1, 0) from ${roundRevisions} v
    where v.round_id = rounds.id)`.mapWith(Number)
  const revisedAt = sql<Date | null>`(select max(v.at) from ${roundRevisions} v
    where v.round_id = rounds.id)`.mapWith(roundRevisions.at)
  const [held, met] = await Promise.all([
    db
      .select({
        ...{ id: rounds.id, slug: rounds.slug, number: rounds.number, title: rounds.title },
        ...{ deadlineAt: rounds.deadlineAt, acceptsLateUntil: rounds.acceptsLateUntil },
        ...{ closedAt: rounds.closedAt, groupDeadlines: rounds.groupDeadlines },
        publishedAt: sql<Date>`${rounds.publishedAt}`.mapWith(rounds.publishedAt),
        ...{ timesChanged: revised, changedAt: revisedAt, strategy: strategies.slug },
      })
      .from(rounds)
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .where(and(ofStrategy, isNotNull(rounds.publishedAt), gte(rounds.deadlineAt, since)))
      .orderBy(desc(rounds.deadlineAt), rounds.id)
      .limit(mostEvents),
    db
      .select({
        ...{ id: meetings.id, slug: meetings.slug, title: meetings.title, intro: meetings.intro },
        ...{ startsAt: meetings.startsAt, endsAt: meetings.endsAt, place: meetings.place },
        ...{ streamUrl: meetings.streamUrl, cancelledAt: meetings.cancelledAt },
        publishedAt: sql<Date>`${meetings.publishedAt}`.mapWith(meetings.publishedAt),
        ...{ timesChanged, changedAt, strategy: strategies.slug },
      })
      .from(meetings)
      .innerJoin(strategies, eq(strategies.id, meetings.strategyId))
      .where(and(ofStrategy, isNotNull(meetings.publishedAt), gte(meetings.endsAt, since)))
      .orderBy(desc(meetings.startsAt), meetings.id)
      .limit(mostEvents),
  ])
  return [
    ...held.flatMap(({ strategy, slug, ...round }) =>
      deadlineEvents({ ...round, path: roundPath(strategy, slug) }, locale),
    ),
    ...met.map(({ strategy, slug, ...meeting }) =>
      meetingEvent({ ...meeting, path: meetingPath(strategy, slug) }, locale),
    ),
  ].sort((a, b) => a.start.getTime() - b.start.getTime() || a.uid.localeCompare(b.uid))
}
