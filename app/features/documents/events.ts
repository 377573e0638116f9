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
export const versionAdopted = { type: 'document.version-adopted', heard: false } as const satisfies EventKind
export const factsWritten = { type: 'document.facts-written', heard: false } as const satisfies EventKind
export const subPlansExpected = {
  type: 'document.sub-plans-expected',
  heard: false,
} as const satisfies EventKind
export const subPlansTied = { type: 'document.sub-plans-tied', heard: false } as const satisfies EventKind
export const subPlanRenamed = { type: 'document.sub-plan-renamed', heard: false } as const satisfies EventKind
export const subPlanDropped = { type: 'document.sub-plan-dropped', heard: false } as const satisfies EventKind
export const measureAdded = { type: 'measure.added', heard: false } as const satisfies EventKind
export const measureEdited = { type: 'measure.edited', heard: false } as const satisfies EventKind
export const measureRetired = { type: 'measure.retired', heard: false } as const satisfies EventKind
export const measureReported = { type: 'measure.reported', heard: false } as const satisfies EventKind
export const alignmentConfirmed = {
  type: 'document.alignment-confirmed',
  heard: false,
} as const satisfies EventKind
export const paragraphNoted = { type: 'document.paragraph-noted', heard: false } as const satisfies EventKind
export const noteRemoved = { type: 'document.note-removed', heard: false } as const satisfies EventKind
