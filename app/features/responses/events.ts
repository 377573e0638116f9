import type { EventKind } from '#app/platform/events/event.ts'

export const responseWritten = { type: 'response.written', heard: false } as const satisfies EventKind
export const responseApproved = { type: 'response.approved', heard: false } as const satisfies EventKind
export const responsePublished = { type: 'response.published', heard: false } as const satisfies EventKind
export const changeLinked = { type: 'response.change-linked', heard: false } as const satisfies EventKind
export const changeTakenBack = {
  type: 'response.change-taken-back',
  heard: false,
} as const satisfies EventKind
export const findingCarried = { type: 'finding.carried-forward', heard: false } as const satisfies EventKind
export const carryingTakenBack = {
  type: 'finding.carrying-taken-back',
  heard: false,
} as const satisfies EventKind
/** The senders of a round are to be told what became of what they said. */
export const feedbackSent = { type: 'feedback.sent', heard: true } as const satisfies EventKind
