import type { EnqueuedTaskPromise } from 'meilisearch'

/** Waits for a task; a task that did not succeed is an error. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: 60_000, interval: 10 })
  if (status !== 'succeeded') throw new Error(`${status}: ${error?.message}`)
}
