/** Where one's queue is. */
export const queuePath = '/workbench/queue'

/** The address that leads straight to what is next in the queue of whoever follows it. */
export const nextPath = (afterInputId?: string) =>
  `${queuePath}?next=1${afterInputId ? `&after=${afterInputId}` : ''}`

/** Where an input is read, at the passage that comes first. */
export const readingPath = (next: { inputId: string; number: number; passageId: string | null }) =>
  `/workbench/inputs/${next.inputId}?version=${next.number}${
    next.passageId ? `&passage=${next.passageId}#passage-${next.passageId}` : ''
  }`

export const assignmentsPath = (roundId: string) => `/workbench/rounds/${roundId}/assignments`
export const progressPath = (roundId: string) => `/workbench/rounds/${roundId}/progress`
