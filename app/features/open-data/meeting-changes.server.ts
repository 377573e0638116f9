import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { meetingCancelled, meetingWritten } from '#app/features/meetings/events.ts'
import { auditEvents, meetings } from '#db/schema/index.ts'

// A meeting does not say when it was last changed; the record of what happened does.
const shown = and(
  eq(auditEvents.subjectId, sql`meetings.id`),
  gt(auditEvents.at, sql`meetings.published_at`),
  inArray(auditEvents.type, [meetingWritten.type, meetingCancelled.type]),
)

/** When what readers see of a meeting's time and place was last changed; null where it stands as announced. In a query over meetings. */
export const changedAt: SQL<Date | null> = sql<Date | null>`(select max(${auditEvents.at}) from ${auditEvents}
  where ${shown})`.mapWith(meetings.publishedAt)

/** How many times it was changed since it was announced. */
export const timesChanged: SQL<number> = sql<number>`(select count(*) from ${auditEvents}
  where ${shown})`.mapWith(Number)
