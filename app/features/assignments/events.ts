import type { EventKind } from '#app/platform/events/event.ts'

export const assignmentGiven = { type: 'assignment.given', heard: false } as const satisfies EventKind
export const assignmentChanged = { type: 'assignment.changed', heard: false } as const satisfies EventKind
export const assignmentMoved = { type: 'assignment.moved', heard: false } as const satisfies EventKind
export const assignmentEnded = { type: 'assignment.ended', heard: false } as const satisfies EventKind
/** Somebody wants the letter of the day, or does not. */
export const digestChosen = { type: 'digest.chosen', heard: false } as const satisfies EventKind
/** It is the day's hour for the letters of the day; put in the queue once a day. */
export const digestsDue = { type: 'digests.due', heard: true } as const satisfies EventKind
