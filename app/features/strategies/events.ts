import type { EventKind } from '#app/platform/events/event.ts'

export const strategyCreated = { type: 'strategy.created', heard: false } as const satisfies EventKind
export const strategyPublished = { type: 'strategy.published', heard: false } as const satisfies EventKind
export const strategyRenamed = { type: 'strategy.renamed', heard: false } as const satisfies EventKind
export const registerSaved = { type: 'register.saved', heard: false } as const satisfies EventKind
export const organiserSaved = { type: 'register.organiser-saved', heard: false } as const satisfies EventKind
export const organiserRemoved = {
  type: 'register.organiser-removed',
  heard: false,
} as const satisfies EventKind
export const parentSet = { type: 'register.parent-set', heard: false } as const satisfies EventKind
export const memberSaved = { type: 'register.member-saved', heard: false } as const satisfies EventKind
export const memberRemoved = { type: 'register.member-removed', heard: false } as const satisfies EventKind
export const linkSaved = { type: 'register.link-saved', heard: false } as const satisfies EventKind
export const linkRemoved = { type: 'register.link-removed', heard: false } as const satisfies EventKind
export const phaseWritten = { type: 'phase.written', heard: false } as const satisfies EventKind
export const phaseOpened = { type: 'phase.opened', heard: false } as const satisfies EventKind
export const outcomeRecorded = { type: 'phase.outcome-recorded', heard: false } as const satisfies EventKind
export const outcomeCorrected = { type: 'phase.outcome-corrected', heard: false } as const satisfies EventKind

/** Staff invited bodies to a round; they are written to. The subject is the round. */
export const organisationsInvited = { type: 'round.invited', heard: true } as const satisfies EventKind
