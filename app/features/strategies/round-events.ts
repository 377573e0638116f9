import type { EventKind } from '#app/platform/events/event.ts'

export const roundRulesChanged = { type: 'round.rules-changed', heard: false } as const satisfies EventKind
export const roundCreated = { type: 'round.created', heard: false } as const satisfies EventKind
export const roundSettingsChanged = {
  type: 'round.settings-changed',
  heard: false,
} as const satisfies EventKind
/** Everybody can read the round from now on; it takes input from its opening. */
export const roundPublished = { type: 'round.published', heard: false } as const satisfies EventKind
/** Somebody ended the round before its time; nobody can send any longer. */
export const roundClosed = { type: 'round.closed', heard: false } as const satisfies EventKind
/** A round that was ended early takes input again, by the deadlines it had. */
export const roundReopened = { type: 'round.reopened', heard: false } as const satisfies EventKind
export const deadlineExtended = { type: 'round.deadline-extended', heard: false } as const satisfies EventKind
export const extensionTakenBack = {
  type: 'round.extension-taken-back',
  heard: false,
} as const satisfies EventKind
