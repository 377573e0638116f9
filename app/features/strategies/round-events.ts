import type { EventKind } from '#app/platform/events/event.ts'

export const roundRulesChanged = { type: 'round.rules-changed', heard: false } as const satisfies EventKind
export const deadlineExtended = { type: 'round.deadline-extended', heard: false } as const satisfies EventKind
export const extensionTakenBack = {
  type: 'round.extension-taken-back',
  heard: false,
} as const satisfies EventKind
