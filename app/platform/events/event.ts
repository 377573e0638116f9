/** What can happen in a room, in the past tense. `heard` kinds also wake the worker. */
export type EventKind = { readonly type: string; readonly heard: boolean }

/** One thing that happened: the subject is the row it happened to; `data` never holds personal data. */
export type Happening = {
  kind: EventKind
  actorId: string | null
  subjectId: string
  strategyId?: string | null
  at: Date
  data?: Record<string, unknown>
}

/** What the worker gets to hear of a happening. */
export type HeardEvent = { id: string; type: string; subjectId: string; data: Record<string, unknown> }
