/** What the server says of a task, as far as it concerns us. */
export type TaskReport = {
  readonly indexUid: string | null
  readonly status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'
  readonly error: { readonly code: string; readonly type: string } | null
}

/**
 * What became of a batch: still being worked on; done; a document in it cannot be indexed; the server had trouble that is
 * nobody's fault, or that may be a document's; the index is gone; or nobody knows, and it is sent again.
 */
export type Verdict =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'blamed' | 'trouble' | 'perhaps-blamed' | 'lost'; readonly code: string }

// Failures of the machine, not of what it was given.
const machine = /^(no_space_left_on_device|too_many_open_files|io_error|database_size_limit_reached)$/

/** Judges a task sent to this index. A task of another index with the same number is from after a wipe: ours is gone. */
export function verdictOf(task: TaskReport | undefined, uid: string): Verdict {
  if (!task || task.indexUid !== uid || task.status === 'canceled') return { kind: 'unknown' }
  if (task.status === 'succeeded') return { kind: 'done' }
  if (task.status !== 'failed') return { kind: 'waiting' }
  const { code, type } = task.error ?? { code: 'unknown', type: 'internal' }
  if (code === 'index_not_found') return { kind: 'lost', code }
  if (type === 'invalid_request') return { kind: 'blamed', code }
  return { kind: type === 'internal' && !machine.test(code) ? 'perhaps-blamed' : 'trouble', code }
}

/** What is done with the documents of a failed batch. `again` after a while, together; `halve`; or give the one up. */
export type Consequence = 'again' | 'halve' | 'give-up'

/** What a verdict is about: documents sent together, how often they failed before, and if the server does others. */
export type Batch = { readonly documents: number; readonly attempts: number; readonly othersSucceed: boolean }

/**
 * A document is given up only when it failed alone. What may be the server's own fault is tried whole a few times first,
 * by itself for longer, and for as long as the server does nothing else either.
 */
export function consequenceOf(verdict: Verdict, { documents, attempts, othersSucceed }: Batch): Consequence {
  if (verdict.kind === 'blamed') return documents > 1 ? 'halve' : 'give-up'
  if (verdict.kind !== 'perhaps-blamed') return 'again'
  if (documents > 1) return attempts + 1 >= 3 ? 'halve' : 'again'
  return attempts + 1 >= 8 && othersSucceed ? 'give-up' : 'again'
}

/** How long to wait after so many failures in a row: twice as long each time, up to a limit. */
export function waitAfter(failures: number, longestMs: number): number {
  return Math.min(longestMs, 1_000 * 2 ** Math.max(0, Math.min(failures - 1, 20)))
}
