import type { PublicMeeting } from '#app/features/meetings/published.server.ts'
import { inputPath, meetingPath } from '#app/features/strategies/address.ts'
import type { ApiAddresses } from './api-address.ts'
import type { ApiMeetingRow } from './api-meetings.server.ts'
import type { Answer } from './api-schema.ts'
import type { Meeting, MeetingSummary } from './api-schema-meeting.ts'
import { iso, isoOrNull, told } from './api-values.ts'

const meetingHead = ({ slug, title, place, streamUrl, ...meeting }: ApiMeetingRow) => ({
  ...{ slug, title, place, streamUrl },
  ...{ startsAt: iso(meeting.startsAt), endsAt: iso(meeting.endsAt) },
  ...{ cancelledAt: isoOrNull(meeting.cancelledAt), summaryAt: isoOrNull(meeting.summaryAt) },
})

/** A meeting as a list names it. */
export function meetingSummary(
  strategy: string,
  meeting: ApiMeetingRow,
  at: ApiAddresses,
): Answer<typeof MeetingSummary> {
  const { slug } = meeting
  return {
    ...meetingHead(meeting),
    ...{ self: at.meeting(strategy, slug), pages: at.pages(meetingPath(strategy, slug)) },
  }
}

/** A meeting with its programme and its summary; of inputs only those its page names. */
export function meetingAnswer(
  strategy: string,
  meeting: PublicMeeting,
  at: ApiAddresses,
): Answer<typeof Meeting> {
  const { slug, round, intro, summary } = meeting
  return {
    ...told(at.meeting(strategy, slug), at.pages(meetingPath(strategy, slug))),
    ...meetingHead(meeting),
    ...{ strategy: at.strategy(strategy), round: round && at.round(strategy, round.slug), intro, summary },
    programme: meeting.items.map(({ clock, title, speaker }) => ({ clock, title, speaker })),
    documents: meeting.documents.map(({ document, number, title }) => ({
      ...{ document, version: number, title, self: at.version(strategy, document, number) },
    })),
    // Its page leaves them out too while there is no summary that points to them.
    inputs: (summary ? meeting.inputs : []).map((input) => ({
      sender: { kind: input.senderKind, name: input.senderName },
      self: at.input(strategy, input.round, input.id),
      pages: at.pages(inputPath(strategy, input.round, input.id)),
    })),
  }
}
