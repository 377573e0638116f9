import type { EventKind } from '../../platform/events/event.ts'

export const linkRequested = { type: 'sign-in-link.requested', heard: true } as const satisfies EventKind
export const signedIn = { type: 'person.signed-in', heard: false } as const satisfies EventKind
export const signedOut = { type: 'person.signed-out', heard: false } as const satisfies EventKind
export const newcomerLinkRequested = {
  type: 'sign-in-link.newcomer-requested',
  heard: true,
} as const satisfies EventKind
export const languageChosen = { type: 'person.language-chosen', heard: false } as const satisfies EventKind
export const personCame = { type: 'person.came', heard: false } as const satisfies EventKind
export const auditExported = { type: 'audit.exported', heard: false } as const satisfies EventKind
