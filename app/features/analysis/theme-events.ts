import type { EventKind } from '#app/platform/events/event.ts'

/** What happens to a theme. The subject is the theme; `data` names the other theme where there is one. */
export const themeCreated = { type: 'theme.created', heard: false } as const satisfies EventKind
export const themeEdited = { type: 'theme.edited', heard: false } as const satisfies EventKind
export const themeRenamed = { type: 'theme.renamed', heard: false } as const satisfies EventKind
export const themeMoved = { type: 'theme.moved', heard: false } as const satisfies EventKind
export const themeMerged = { type: 'theme.merged', heard: false } as const satisfies EventKind
export const themeSplit = { type: 'theme.split', heard: false } as const satisfies EventKind
export const themeRetired = { type: 'theme.retired', heard: false } as const satisfies EventKind
export const themeRestored = { type: 'theme.restored', heard: false } as const satisfies EventKind

/** A passage shows what a theme means, or no longer does. The subject is the theme. */
export const exampleAdded = { type: 'theme.example-added', heard: false } as const satisfies EventKind
export const exampleRemoved = { type: 'theme.example-removed', heard: false } as const satisfies EventKind

/** Versions that were read before a theme was there have been looked through for it. The subject is the theme. */
export const themeRechecked = { type: 'theme.rechecked', heard: false } as const satisfies EventKind

/** Themes came in from a file. The subject is the strategy. */
export const codebookImported = { type: 'codebook.imported', heard: false } as const satisfies EventKind
