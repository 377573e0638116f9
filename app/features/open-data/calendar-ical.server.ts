import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { type Locale, pathIn } from '#app/platform/locale.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import type { CalendarEvent } from './calendar.ts'

/**
 * Events as a calendar to subscribe to (RFC 5545). All times are UTC, which every calendar shows as its reader's clocks do.
 * Nothing in it hangs on when it is asked for, so the same events are the same bytes.
 */
export function icalCalendar(
  events: readonly CalendarEvent[],
  { name, origin, locale }: { name: string; origin: string; locale: Locale },
): string {
  const calendar = ical({
    // The library puts the hyphen of those who are not registered before it.
    prodId: `//Innspill//Innspill//${locale.toUpperCase()}`,
    method: ICalCalendarMethod.PUBLISH,
    name: cleanText(name),
    // How often to look again, in seconds: an hour is soon enough for a deadline that moves.
    ttl: 3600,
  })
  for (const { uid, sequence, start, end, cancelled, place, ...event } of events)
    calendar.createEvent({
      ...{ id: `${uid}@innspill`, sequence, start, ...(end && { end }) },
      ...{ stamp: event.changedAt, created: event.publishedAt, lastModified: event.changedAt },
      summary: cleanText(event.summary),
      ...(event.description && { description: cleanText(event.description) }),
      ...(place && { location: cleanText(place) }),
      url: `${origin}${pathIn(locale, event.path)}`,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return `${calendar.toString()}\r\n`
}
