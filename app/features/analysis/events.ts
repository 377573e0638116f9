import type { EventKind } from '#app/platform/events/event.ts'

export const passageTagged = { type: 'passage.tagged', heard: false } as const satisfies EventKind
export const passageUntagged = { type: 'passage.untagged', heard: false } as const satisfies EventKind
export const themeCreated = { type: 'theme.created', heard: false } as const satisfies EventKind
export const themeEdited = { type: 'theme.edited', heard: false } as const satisfies EventKind
export const themeRetired = { type: 'theme.retired', heard: false } as const satisfies EventKind
