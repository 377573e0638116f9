import { setTimeout as pause } from 'node:timers/promises'
import type { HeardEvent } from '../events/event.ts'
import { described } from '../log.server.ts'
import { type QueueName, queue } from './queue.server.ts'
import { relayEvents } from './relay.server.ts'

const batchSize = 10
const idleMs = 500
const troubleMs = 1_000

type Listening = { signal: AbortSignal; onError: (error: unknown) => void }

/**
 * Hands every event in a queue to `handle` until aborted; what has begun is finished. Whoever hears events also fetches
 * what has happened from the outbox, for all queues. Our own loop, because pg-boss's does not wait for its own "done": a
 * database that dies just then would end the process, and one event that fails would fail all it was fetched with.
 */
export async function listen(
  name: QueueName,
  handle: (event: HeardEvent) => Promise<void>,
  { signal, onError }: Listening,
): Promise<void> {
  const boss = await queue({ worker: true })
  while (!signal.aborted) {
    if (name === 'events') await insist(relayEvents)
    const jobs = await boss.fetch<HeardEvent>(name, { batchSize })
    for (const { id, data } of jobs) {
      const failure = await handle(data).then(() => null, failed)
      if (failure) onError(failure.error)
      await insist(() =>
        failure ? boss.fail(name, id, { reason: described(failure.error) }) : boss.complete(name, id),
      )
    }
    if (jobs.length === 0) await pause(idleMs, undefined, { signal }).catch(() => undefined)
  }

  /**
   * Says what became of a job until the database has heard it; a job nobody answers for comes again by itself. The
   * same for emptying the outbox, where what is not taken stays.
   */
  async function insist(say: () => Promise<unknown>): Promise<void> {
    for (;;) {
      const failure = await say().then(() => null, failed)
      if (!failure || signal.aborted) return
      onError(failure.error)
      await pause(troubleMs, undefined, { signal }).catch(() => undefined)
    }
  }
}

const failed = (error: unknown) => ({ error })
