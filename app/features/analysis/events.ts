import type { EventKind } from '#app/platform/events/event.ts'

export const passageTagged = { type: 'passage.tagged', heard: false } as const satisfies EventKind
export const passageUntagged = { type: 'passage.untagged', heard: false } as const satisfies EventKind

/** A passage was split, joined with the next, made of any words, or all that was taken back. The subject is a passage. */
export const passageSplit = { type: 'passage.split', heard: false } as const satisfies EventKind
export const passagesJoined = { type: 'passage.joined', heard: false } as const satisfies EventKind
export const passageMade = { type: 'passage.made', heard: false } as const satisfies EventKind
export const passageRestored = { type: 'passage.restored', heard: false } as const satisfies EventKind

/** A note, a flag or a mark of rich evidence on a passage. The subject is the passage; the note's words stay with it. */
export const passageMarked = { type: 'passage.marked', heard: false } as const satisfies EventKind
export const passageUnmarked = { type: 'passage.unmarked', heard: false } as const satisfies EventKind

/** Somebody has read a version or some of it, or takes that back. The subject is the version. */
export const versionRead = { type: 'version.read', heard: false } as const satisfies EventKind
export const versionUnread = { type: 'version.unread', heard: false } as const satisfies EventKind
