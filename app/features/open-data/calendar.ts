import { translator } from '../../messages/translator.ts'
import { dateWords } from '../../platform/date-words.ts'
import type { Locale } from '../../platform/locale.ts'
import { type LocalisedText, labelled, mostlyIn, type TextPart } from '../../platform/localised-text.ts'
import { senderKindKey } from '../organisations/sender-kind.ts'

/** Words of a calendar and the language they are in, or most of them: a calendar has no language of its own. */
export type Said = { words: string; lang: Locale }

const said = (words: string, parts: readonly TextPart[], locale: Locale): Said => ({
  words,
  lang: mostlyIn(parts) ?? locale,
})

/** A title within a sentence, which is asked for with and without it. */
function sentence(title: LocalisedText, locale: Locale, words: (title: string) => string): Said {
  const named = labelled(title, locale)
  return said(words(named.label), [{ label: words('') }, named], locale)
}

/** What a calendar is called: `strategy` is the title of the one it is of, if it is of one. */
export function calendarName(strategy: LocalisedText | null, locale: Locale): Said {
  const t = translator(locale, 'public')
  if (!strategy) return { words: t('calendar.siteTitle'), lang: locale }
  return sentence(strategy, locale, (title) => t('calendar.strategyTitle', { title }))
}

/** A deadline or a meeting as a calendar is told of it. Without `end` it is a moment. */
export type CalendarEvent = {
  /** The same for ever; a change is told under it with a higher `sequence`. */
  uid: string
  sequence: number
  publishedAt: Date
  changedAt: Date
  start: Date
  end: Date | null
  cancelled: boolean
  summary: Said
  description: Said | null
  place: Said | null
  /** Its page, in bokmål. */
  path: string
}

/** What changed of something since it was announced: how many times, and when last. */
type Changes = { publishedAt: Date; changedAt: Date | null; timesChanged: number }

export type CalendarRound = Changes & {
  id: string
  number: number
  title: LocalisedText
  path: string
  deadlineAt: Date
  acceptsLateUntil: Date | null
  closedAt: Date | null
  groupDeadlines: Readonly<Record<string, string>> | null
}

export type CalendarMeeting = Changes & {
  id: string
  title: LocalisedText
  intro: LocalisedText
  path: string
  startsAt: Date
  endsAt: Date
  place: LocalisedText | null
  streamUrl: string | null
  cancelledAt: Date | null
}

const changesOf = ({ publishedAt, changedAt, timesChanged: sequence }: Changes) => ({
  ...{ publishedAt, sequence },
  changedAt: changedAt === null || changedAt < publishedAt ? publishedAt : changedAt,
})

/**
 * A round's deadline, and those of some kinds of sender that have one of their own. A round that was ended before a
 * deadline keeps it in the calendar, as cancelled: what only vanished would stay with those who have it.
 */
export function deadlineEvents(round: CalendarRound, locale: Locale): CalendarEvent[] {
  const t = translator(locale, 'public')
  const { id, number, path, deadlineAt, acceptsLateUntil, closedAt, groupDeadlines } = round
  const late = acceptsLateUntil && t('calendar.late', { moment: dateWords(locale).moment(acceptsLateUntil) })
  const event = (uid: string, start: Date, summary: Said): CalendarEvent => {
    const cancelled = closedAt !== null && closedAt < start
    const words = cancelled ? t('calendar.ended') : late
    const description = words ? { words, lang: locale } : null
    const own = { uid, start, summary, cancelled, description, path }
    return { ...own, ...changesOf(round), end: null, place: null }
  }
  const groups = Object.entries(groupDeadlines ?? {}).flatMap(([kind, at]) => {
    const start = new Date(at)
    if (Number.isNaN(start.getTime())) return []
    const of = { kind: t(senderKindKey(kind)), number }
    const summary = sentence(round.title, locale, (title) => t('calendar.groupDeadline', { ...of, title }))
    return [event(`deadline-${id}-${kind}`, start, summary)]
  })
  const summary = sentence(round.title, locale, (title) => t('calendar.deadline', { number, title }))
  return [event(`deadline-${id}`, deadlineAt, summary), ...groups]
}

/** A meeting; one that was called off stays, and says so. */
export function meetingEvent(meeting: CalendarMeeting, locale: Locale): CalendarEvent {
  const t = translator(locale, 'public')
  const { id, path, startsAt: start, endsAt: end, place, streamUrl, cancelledAt } = meeting
  const cancelled = cancelledAt !== null
  const intro = labelled(meeting.intro, locale)
  const lines = [cancelled ? t('meeting.cancelledTitle') : '', intro.label, streamUrl ?? '']
  const [called = ''] = lines
  const placed = place && labelled(place, locale)
  const changes = changesOf(meeting)
  return {
    ...{ ...changes, path, start, end, cancelled, uid: `meeting-${id}` },
    // That it was called off is always news, also where the record of it is older than the meeting's announcement.
    sequence: Math.max(changes.sequence, cancelled ? 1 : 0),
    changedAt: cancelledAt !== null && cancelledAt > changes.changedAt ? cancelledAt : changes.changedAt,
    summary: sentence(meeting.title, locale, (title) => t('calendar.meeting', { title })),
    description: lines.some((line) => line !== '')
      ? said(lines.filter((line) => line !== '').join('\n\n'), [{ label: called }, intro], locale)
      : null,
    place: placed?.label
      ? { words: placed.label, lang: placed.lang ?? locale }
      : streamUrl
        ? { words: t('calendar.online'), lang: locale }
        : null,
  }
}
