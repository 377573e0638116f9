import type { EventKind } from '#app/platform/events/event.ts'

// The subject is the meeting.
export const meetingPlanned = { type: 'meeting.planned', heard: false } as const satisfies EventKind
export const meetingWritten = { type: 'meeting.written', heard: false } as const satisfies EventKind
export const meetingPublished = { type: 'meeting.published', heard: false } as const satisfies EventKind
export const meetingCancelled = { type: 'meeting.cancelled', heard: false } as const satisfies EventKind
export const summaryWritten = { type: 'meeting.summary-written', heard: false } as const satisfies EventKind
export const summaryPublished = {
  type: 'meeting.summary-published',
  heard: false,
} as const satisfies EventKind
