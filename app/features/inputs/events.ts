import type { EventKind } from '#app/platform/events/event.ts'

/** A sender opened its draft. The subject is the input. */
export const inputStarted = { type: 'input.started', heard: false } as const satisfies EventKind

/** A version was received and frozen. The subject is the version; its passages are made by whoever hears this. */
export const inputSubmitted = { type: 'input.submitted', heard: true } as const satisfies EventKind

/** Staff put in what came another way. The subject is the version. */
export const inputRegistered = { type: 'input.registered', heard: true } as const satisfies EventKind

/** Staff took back what they had registered. The subject is the version; the reason is nowhere in the event. */
export const registrationTakenBack = { type: 'input.taken-back', heard: false } as const satisfies EventKind

/** Staff made a version public. The subject is the version. */
export const inputPublished = { type: 'input.published', heard: false } as const satisfies EventKind

/** The sender withdrew everything it sent. The subject is the input. */
export const inputWithdrawn = { type: 'input.withdrawn', heard: false } as const satisfies EventKind

/** Staff masked stretches of a version. The subject is the version; the words are nowhere in the event. */
export const inputMasked = { type: 'input.masked', heard: false } as const satisfies EventKind

/** Staff removed a mask. The subject is the version. */
export const inputUnmasked = { type: 'input.unmasked', heard: false } as const satisfies EventKind

/** Staff withheld a whole version from the public. The subject is the version. */
export const inputWithheld = { type: 'input.withheld', heard: false } as const satisfies EventKind

/** Staff lifted a withholding. The subject is the version. */
export const inputReleased = { type: 'input.released', heard: false } as const satisfies EventKind

/** Somebody asked that something published be taken down. The subject is the request; the words are nowhere here. */
export const takedownRequested = { type: 'takedown.requested', heard: true } as const satisfies EventKind

/** Staff decided such a request. The subject is the request; who asked is told if there is an address. */
export const takedownDecided = { type: 'takedown.decided', heard: true } as const satisfies EventKind

/** Somebody asked an approver to look. The subject is the input; its organisation's approvers are told. */
export const signOffAsked = { type: 'sign-off.asked', heard: true } as const satisfies EventKind

/** An approver approved the draft as it was. The subject is the input; who asked is told. */
export const signOffApproved = { type: 'sign-off.approved', heard: true } as const satisfies EventKind

/** An approver sent the draft back with a reason. The subject is the input; who asked is told. */
export const signOffSentBack = { type: 'sign-off.sent-back', heard: true } as const satisfies EventKind

/** What was asked for or approved was taken up again. The subject is the input. */
export const signOffReopened = { type: 'sign-off.reopened', heard: false } as const satisfies EventKind

/** Somebody added a file to a draft. The subject is the attachment; the worker looks at it. */
export const attachmentAdded = { type: 'attachment.added', heard: true } as const satisfies EventKind

/** Somebody took a file out of a draft. The subject is the attachment. */
export const attachmentRemoved = { type: 'attachment.removed', heard: false } as const satisfies EventKind

/** A file's text was read. The subject is the attachment; passages are made where it was sent with a version. */
export const attachmentRead = { type: 'attachment.read', heard: true } as const satisfies EventKind

/** Staff brought in a table of inputs to be registered. The subject is the import. */
export const tableBroughtIn = { type: 'input-import.stored', heard: false } as const satisfies EventKind

/** Staff asked that the rows of a table be registered. The subject is the import; the worker registers them. */
export const importAsked = { type: 'input-import.asked', heard: true } as const satisfies EventKind
