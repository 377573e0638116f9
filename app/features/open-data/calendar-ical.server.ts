import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { type Locale, pathIn } from '#app/platform/locale.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import type { CalendarEvent, Said } from './calendar.ts'

/**
 * Events as a calendar to subscribe to (RFC 5545). All times are UTC, which every calendar shows as its reader's clocks do.
 * Nothing in it hangs on when it is asked for, so the same events are the same bytes.
 */
export function icalCalendar(
  events: readonly CalendarEvent[],
  { name, origin, locale }: { name: Said; origin: string; locale: Locale },
): string {
  const calendar = ical({
    // The library puts the hyphen of those who are not registered before it.
    prodId: `//Innspill//Innspill//${locale.toUpperCase()}`,
    method: ICalCalendarMethod.PUBLISH,
    name: cleanText(name.words),
    // How often to look again, in seconds: an hour is soon enough for a deadline that moves.
    ttl: 3600,
  })
  for (const { uid, sequence, start, end, cancelled, place, ...event } of events)
    calendar.createEvent({
      ...{ id: `${uid}@innspill`, sequence, start, ...(end && { end }) },
      ...{ stamp: event.changedAt, created: event.publishedAt, lastModified: event.changedAt },
      summary: cleanText(event.summary.words),
      ...(event.description && { description: cleanText(event.description.words) }),
      ...(place && { location: cleanText(place.words) }),
      url: `${origin}${pathIn(locale, event.path)}`,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return inLanguages(`${calendar.toString()}\r\n`, name, events)
}

/** Says of every text which language it is in (RFC 5545 3.2.10), which the library cannot. Its events stand in our order. */
function inLanguages(text: string, name: Said, events: readonly CalendarEvent[]): string {
  let at = -1
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  return lines
    .map((line) => {
      if (line === 'BEGIN:VEVENT') at += 1
      const [property = ''] = line.split(':', 1)
      const event = events[at]
      const said: Record<string, Said | null> = event
        ? { SUMMARY: event.summary, DESCRIPTION: event.description, LOCATION: event.place }
        : { NAME: name }
      const lang = said[property]?.lang
      return folded(lang ? `${property};LANGUAGE=${lang}${line.slice(property.length)}` : line)
    })
    .join('\r\n')
}

/** A line in pieces of 75 octets, no letter cut in two. */
function folded(line: string): string {
  let [whole, octets] = ['', 0]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 75) [whole, octets] = [`${whole}\r\n `, 1]
    whole += sign
    octets += size
  }
  return whole
}
