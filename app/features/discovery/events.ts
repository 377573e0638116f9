import type { EventKind } from '#app/platform/events/event.ts'

// What is done to the search index happens to no row, so these have no subject but `theIndex`.
export const theIndex = '00000000-0000-0000-0000-000000000000'

/** An administrator let what had been given up be tried again. */
export const searchRetried = { type: 'search.retried', heard: false } as const satisfies EventKind

/** An administrator asked for a new Meilisearch index. */
export const searchRebuildAsked = { type: 'search.rebuild-asked', heard: false } as const satisfies EventKind

/** An administrator asked for a comparison of the Meilisearch index with what is saved. */
export const searchCheckAsked = { type: 'search.check-asked', heard: false } as const satisfies EventKind
