import type { EventKind } from '#app/platform/events/event.ts'

export const questionAdded = { type: 'question.added', heard: false } as const satisfies EventKind
export const questionChanged = { type: 'question.changed', heard: false } as const satisfies EventKind
export const questionMoved = { type: 'question.moved', heard: false } as const satisfies EventKind
export const questionRemoved = { type: 'question.removed', heard: false } as const satisfies EventKind
export const questionsCopied = { type: 'question.copied', heard: false } as const satisfies EventKind
