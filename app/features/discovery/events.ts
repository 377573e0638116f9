import type { EventKind } from '#app/platform/events/event.ts'

// What is done to the search index happens to no row, so these have no subject but `theIndex`.
export const theIndex = '00000000-0000-0000-0000-000000000000'

/** An administrator let what had been given up be tried again. */
export const searchRetried = { type: 'search.retried', heard: false } as const satisfies EventKind

/** An administrator asked for a new Meilisearch index. */
export const searchRebuildAsked = { type: 'search.rebuild-asked', heard: false } as const satisfies EventKind

/** An administrator asked for a comparison of the Meilisearch index with what is saved. */
export const searchCheckAsked = { type: 'search.check-asked', heard: false } as const satisfies EventKind

/** Somebody kept a search. */
export const searchSaved = { type: 'saved-search.saved', heard: false } as const satisfies EventKind

/** A kept search got another name. */
export const savedSearchRenamed = { type: 'saved-search.renamed', heard: false } as const satisfies EventKind

/** A kept search was removed. */
export const savedSearchRemoved = { type: 'saved-search.removed', heard: false } as const satisfies EventKind

/** Somebody asked for all hits of a search to be tagged: the worker does it. */
export const taggingJobAsked = { type: 'tagging-job.asked', heard: true } as const satisfies EventKind

/** The worker has come to all of them, or could not go on. */
export const taggingJobFinished = { type: 'tagging-job.finished', heard: false } as const satisfies EventKind

/** Somebody asked for all that was tagged so to be taken away: the worker does it. */
export const taggingJobUndone = { type: 'tagging-job.undone', heard: true } as const satisfies EventKind
