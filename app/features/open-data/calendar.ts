import { translator } from '../../messages/translator.ts'
import { dateWords } from '../../platform/date-words.ts'
import type { Locale } from '../../platform/locale.ts'
import { type LocalisedText, pick } from '../../platform/localised-text.ts'
import { senderKindKey } from '../organisations/sender-kind.ts'

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
  summary: string
  description: string
  place: string | null
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
  const title = pick(round.title, locale).text
  const late = acceptsLateUntil && t('calendar.late', { moment: dateWords(locale).moment(acceptsLateUntil) })
  const event = (uid: string, start: Date, summary: string): CalendarEvent => {
    const cancelled = closedAt !== null && closedAt < start
    const description = cancelled ? t('calendar.ended') : (late ?? '')
    const own = { uid, start, summary, cancelled, description, path }
    return { ...own, ...changesOf(round), end: null, place: null }
  }
  const groups = Object.entries(groupDeadlines ?? {}).flatMap(([kind, at]) => {
    const start = new Date(at)
    if (Number.isNaN(start.getTime())) return []
    const said = { kind: t(senderKindKey(kind)), number, title }
    return [event(`deadline-${id}-${kind}`, start, t('calendar.groupDeadline', said))]
  })
  return [event(`deadline-${id}`, deadlineAt, t('calendar.deadline', { number, title })), ...groups]
}

/** A meeting; one that was called off stays, and says so. */
export function meetingEvent(meeting: CalendarMeeting, locale: Locale): CalendarEvent {
  const t = translator(locale, 'public')
  const { id, path, startsAt: start, endsAt: end, place, streamUrl, cancelledAt } = meeting
  const cancelled = cancelledAt !== null
  const lines = [cancelled && t('meeting.cancelledTitle'), pick(meeting.intro, locale).text, streamUrl]
  const changes = changesOf(meeting)
  return {
    ...{ ...changes, path, start, end, cancelled, uid: `meeting-${id}` },
    // That it was called off is always news, also where the record of it is older than the meeting's announcement.
    sequence: Math.max(changes.sequence, cancelled ? 1 : 0),
    changedAt: cancelledAt !== null && cancelledAt > changes.changedAt ? cancelledAt : changes.changedAt,
    summary: t('calendar.meeting', { title: pick(meeting.title, locale).text }),
    description: lines.filter((line) => line).join('\n\n'),
    place: place ? pick(place, locale).text : streamUrl ? t('calendar.online') : null,
  }
}
