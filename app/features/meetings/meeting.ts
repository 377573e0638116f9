import { lineOver, orNone, textOver } from '#app/features/strategies/written.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { osloMoment } from '#app/platform/oslo-time.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { safeHref } from '#app/platform/rich-text/link.ts'
import { type InputReference, inputReferences } from './input-reference.ts'
import { type ProgrammeItem, programmeOf } from './programme.ts'

/** Where a meeting stands by the clock. A cancelled one keeps its time and says so beside it. */
export type MeetingState = 'coming' | 'now' | 'past'

export function meetingState(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  now: Date,
): MeetingState {
  if (now < startsAt) return 'coming'
  return now <= endsAt ? 'now' : 'past'
}

/** What a meeting is, as staff write it; both written forms where the field has words. */
export type MeetingForm = {
  titleNb: string
  titleNn: string
  introNb: string
  introNn: string
  date: string
  from: string
  to: string
  placeNb: string
  placeNn: string
  streamUrl: string
  programmeNb: string
  programmeNn: string
  inputs: string
}

/** The same in English and Swedish, which it may have; a form that has no such fields leaves what stands. */
export type OtherForms = {
  [field in 'title' | 'intro' | 'place' | 'programme' as `${field}En` | `${field}Sv`]?: string | undefined
}

/** The same, read and found good. */
export type WrittenMeeting = {
  title: LocalisedText
  intro: LocalisedText
  startsAt: Date
  endsAt: Date
  place: LocalisedText | null
  streamUrl: string | null
  items: ProgrammeItem[]
  inputs: InputReference[]
}

/** One thing wrong with what was written; `line` where the field has lines. */
export type MeetingFault = {
  field: keyof MeetingForm | keyof OtherForms
  reason: MeetingFaultReason
  line?: number
}

export type MeetingFaultReason =
  | 'title-missing'
  | 'date-missing'
  | 'no-such-time'
  | 'ends-before-start'
  | 'not-an-address'
  | 'point-without-words'
  | 'point-too-long'
  | 'too-many-points'
  | 'points-differ'
  | 'not-an-input'
  | 'unknown-input'

type Standing = {
  title: LocalisedText
  intro: LocalisedText
  place: LocalisedText | null
  items: readonly ProgrammeItem[]
}

/**
 * Reads what staff wrote of a meeting, with its times as the clocks in Norway show them, over what stood. Says all that is
 * wrong at once.
 */
export function readMeeting(
  form: MeetingForm & OtherForms,
  stored: Standing | null = null,
): { meeting: WrittenMeeting } | { faults: MeetingFault[] } {
  const faults: MeetingFault[] = []
  const title = lineOver(stored?.title ?? null, form.titleNb, form.titleNn, form.titleEn, form.titleSv)
  if (!title.nb && !title.nn) faults.push({ field: 'titleNb', reason: 'title-missing' })
  const date = cleanLine(form.date)
  if (date === '') faults.push({ field: 'date', reason: 'date-missing' })
  const [startsAt, endsAt] = (['from', 'to'] as const).map((field) => {
    const at = date === '' ? null : osloMoment(date, clockOf(form[field]))
    if (!at && date !== '') faults.push({ field, reason: 'no-such-time' })
    return at
  })
  if (startsAt && endsAt && endsAt <= startsAt) faults.push({ field: 'to', reason: 'ends-before-start' })
  const address = cleanLine(form.streamUrl)
  const streamUrl = address === '' ? null : safeHref(address)
  if (address !== '' && !isPage(streamUrl)) faults.push({ field: 'streamUrl', reason: 'not-an-address' })
  const { programmeNb: nb, programmeNn: nn, programmeEn: en, programmeSv: sv } = form
  const programme = programmeOf({ nb, nn, en, sv }, stored?.items)
  if ('refusal' in programme)
    faults.push({
      ...{ field: programmeFields[programme.language], reason: programme.refusal, line: programme.line },
    })
  const inputs = inputReferences(form.inputs)
  if ('line' in inputs) faults.push({ field: 'inputs', reason: 'not-an-input', line: inputs.line })
  if (faults.length > 0 || !startsAt || !endsAt || 'refusal' in programme || 'line' in inputs)
    return { faults }
  const place = lineOver(stored?.place ?? null, form.placeNb, form.placeNn, form.placeEn, form.placeSv)
  const intro = textOver(stored?.intro ?? null, form.introNb, form.introNn, form.introEn, form.introSv)
  const { items } = programme
  return {
    meeting: {
      ...{ title, intro, startsAt, endsAt, streamUrl, items, inputs: inputs.references },
      place: orNone(place),
    },
  }
}

const programmeFields = {
  ...({ nb: 'programmeNb', nn: 'programmeNn', en: 'programmeEn', sv: 'programmeSv' } as const),
}

/** A time of day as clocks show it: people write 9.00 as well as 09:00. */
function clockOf(written: string): string {
  const [, hours, minutes] = /^(\d{1,2})[.:](\d{2})$/.exec(cleanLine(written)) ?? []
  return hours ? `${hours.padStart(2, '0')}:${minutes}` : ''
}

const isPage = (address: string | null) => address !== null && /^https?:/i.test(address)

/** Why a meeting is not put on the public pages, or not called off. */
export type MeetingRefusal =
  | 'already-published'
  | 'cancelled'
  | 'nowhere'
  | 'already-over'
  | 'already-cancelled'

type Announced = {
  startsAt: Date
  endsAt: Date
  place: LocalisedText | null
  streamUrl: string | null
  publishedAt: Date | null
  cancelledAt: Date | null
}

/** A meeting is announced when one can get to it: it has a place or a stream. */
export function publicationRefusal(meeting: Omit<Announced, 'startsAt' | 'endsAt'>): MeetingRefusal | null {
  if (meeting.publishedAt) return 'already-published'
  if (meeting.cancelledAt) return 'cancelled'
  return meeting.place || meeting.streamUrl ? null : 'nowhere'
}

/** A meeting that is over cannot be called off. */
export function cancellationRefusal(meeting: Announced, now: Date): MeetingRefusal | null {
  if (meeting.cancelledAt) return 'already-cancelled'
  return meetingState(meeting, now) === 'past' ? 'already-over' : null
}

/** Why a summary is not put on the public pages. */
export type SummaryRefusal =
  | 'summary-missing'
  | 'not-published'
  | 'cancelled'
  | 'not-held'
  | 'summary-published'

type Summarised = Announced & { summary: LocalisedText | null; summaryAt: Date | null }

/** A summary tells of a meeting that was announced and has begun, and says something. */
export function summaryRefusal(meeting: Summarised, now: Date): SummaryRefusal | null {
  if (meeting.summaryAt) return 'summary-published'
  if (!meeting.publishedAt) return 'not-published'
  if (meeting.cancelledAt) return 'cancelled'
  if (meetingState(meeting, now) === 'coming') return 'not-held'
  return meeting.summary?.nb || meeting.summary?.nn ? null : 'summary-missing'
}
