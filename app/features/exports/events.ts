import type { EventKind } from '#app/platform/events/event.ts'

/** Somebody asked for a report: the worker makes it. */
export const reportAsked = { type: 'report.asked', heard: true } as const satisfies EventKind

/** The worker has made it. */
export const reportMade = { type: 'report.made', heard: false } as const satisfies EventKind

/** The worker could not make it; the reason stands on the row. */
export const reportFailed = { type: 'report.failed', heard: false } as const satisfies EventKind

/** Everyone may now have it. */
export const reportPublished = { type: 'report.published', heard: false } as const satisfies EventKind

/** It is for staff again. */
export const reportTakenOff = { type: 'report.taken-off', heard: false } as const satisfies EventKind
