import type { EventKind } from '#app/platform/events/event.ts'

export const findingStarted = { type: 'finding.started', heard: false } as const satisfies EventKind
export const findingWritten = { type: 'finding.written', heard: false } as const satisfies EventKind
export const findingMoved = { type: 'finding.moved', heard: false } as const satisfies EventKind
export const findingApproved = { type: 'finding.approved', heard: false } as const satisfies EventKind
export const approvalWithdrawn = {
  type: 'finding.approval-withdrawn',
  heard: false,
} as const satisfies EventKind
export const passageCited = { type: 'finding.passage-cited', heard: false } as const satisfies EventKind
export const citationRemoved = { type: 'finding.citation-removed', heard: false } as const satisfies EventKind
export const countAdded = { type: 'finding.count-added', heard: false } as const satisfies EventKind
export const countSeen = { type: 'finding.count-seen', heard: false } as const satisfies EventKind
export const countRemoved = { type: 'finding.count-removed', heard: false } as const satisfies EventKind
/** What "many" means in the findings of a strategy. */
export const quantityWordsChanged = {
  type: 'strategy.quantity-words-changed',
  heard: false,
} as const satisfies EventKind
export const findingPublished = { type: 'finding.published', heard: false } as const satisfies EventKind
