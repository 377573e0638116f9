import type { EventKind } from '#app/platform/events/event.ts'

export const documentCreated = { type: 'document.created', heard: false } as const satisfies EventKind
export const versionStarted = { type: 'document.version-started', heard: false } as const satisfies EventKind
export const versionDescribed = {
  type: 'document.version-described',
  heard: false,
} as const satisfies EventKind
export const textWritten = { type: 'document.text-written', heard: false } as const satisfies EventKind
export const versionPublished = {
  type: 'document.version-published',
  heard: false,
} as const satisfies EventKind
export const versionDiscarded = {
  type: 'document.version-discarded',
  heard: false,
} as const satisfies EventKind
export const fileRead = { type: 'document.file-read', heard: false } as const satisfies EventKind
export const importTaken = { type: 'document.import-taken', heard: false } as const satisfies EventKind
export const importDiscarded = {
  type: 'document.import-discarded',
  heard: false,
} as const satisfies EventKind
