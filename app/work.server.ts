import { setTimeout as pause } from 'node:timers/promises'
import { runDispatcher } from '#search/dispatcher.server.ts'
import { runShipping } from '#search/meilisearch/shipping.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { wordCounter } from '#search/vocabulary.server.ts'
import { analysisHandlers } from './features/analysis/jobs.server.ts'
import { callForDigests } from './features/assignments/calling.server.ts'
import { discoveryHandlers, keepTaggingHits } from './features/discovery/jobs.server.ts'
import { exportHandlers, keepMakingReports } from './features/exports/jobs.server.ts'
import { sweepPrints } from './features/exports/prints.server.ts'
import { attachmentHandlers, keepReadingAttachments } from './features/inputs/attachment-reading.server.ts'
import { importHandlers, keepRegisteringTables } from './features/inputs/import-running.server.ts'
import { sendWaitingFeedback } from './features/notifications/feedback-letters.server.ts'
import { notificationHandlers } from './features/notifications/jobs.server.ts'
import { sweepChanges } from './platform/changes/kept.server.ts'
import { config } from './platform/config.server.ts'
import { closeDatabase, database } from './platform/database.server.ts'
import type { HeardEvent } from './platform/events/event.ts'
import { listen } from './platform/jobs/listening.server.ts'
import { queue } from './platform/jobs/queue.server.ts'
import { logUnexpected } from './platform/log.server.ts'

type Handlers = Record<string, (event: HeardEvent) => Promise<void>>

/** Tells everyone who hears it of an event. They are idempotent: the queue may tell them twice. */
const telling =
  (...listeners: Handlers[]) =>
  async (event: HeardEvent): Promise<void> => {
    for (const handlers of listeners) await handlers[event.type]?.(event)
  }

/** Starts listening to the queue and keeping the search index in step. `stop` finishes what has begun. */
export async function startWork(): Promise<{ stop(): Promise<void> }> {
  const boss = await queue({ worker: true })
  const ending = new AbortController()
  const hearing = {
    signal: ending.signal,
    onError: (error: unknown) => logUnexpected(error, 'queue', 'worker'),
  }
  const listening = [
    listen(
      'events',
      telling(attachmentHandlers, importHandlers, analysisHandlers, discoveryHandlers, exportHandlers),
      hearing,
    ),
    listen('letters', telling(notificationHandlers), hearing),
  ]
  const { db } = database()
  const { meilisearch } = config()
  const keepingUp = (where: string) => ({
    signal: ending.signal,
    // Search says what went wrong in codes only.
    onError: (code: string) => logUnexpected(new Error(code), where, 'worker'),
  })
  const reading = keepReadingAttachments({
    signal: ending.signal,
    onError: (error) => logUnexpected(error, 'attachments', 'worker'),
  })
  const tagging = keepTaggingHits({
    signal: ending.signal,
    onError: (error) => logUnexpected(error, 'tagging', 'worker'),
  })
  const registering = keepRegisteringTables({
    signal: ending.signal,
    onError: (error) => logUnexpected(error, 'tables of inputs', 'worker'),
  })
  const reporting = keepMakingReports({
    signal: ending.signal,
    onError: (error) => logUnexpected(error, 'reports', 'worker'),
  })
  const indexing = [
    runDispatcher(db, postgresIndex(db), keepingUp('search dispatcher')),
    meilisearch && runShipping(db, meilisearch, keepingUp('search shipping')),
    repeat(wordCounter(db), keepingUp('search vocabulary')),
  ]
  const calling = repeat(callForDigests, {
    signal: ending.signal,
    onError: (code) => logUnexpected(new Error(code), 'letters of the day', 'worker'),
  })
  const feeding = repeat(sendWaitingFeedback, keepingUp('feedback'))
  const sweeping = repeat(sweepChanges, keepingUp('changes'))
  const clearing = repeat(sweepPrints, keepingUp('prints'))
  return {
    async stop() {
      ending.abort()
      await Promise.all([
        ...listening,
        reading,
        registering,
        tagging,
        reporting,
        ...indexing,
        calling,
        feeding,
        sweeping,
        clearing,
      ])
      await boss.stop({ graceful: false })
      await closeDatabase()
    },
  }
}

const aMinuteMs = 60_000

/** Does a piece of work every minute until aborted; it decides itself whether there is anything to do. */
async function repeat(
  work: () => Promise<unknown>,
  { signal, onError }: { signal: AbortSignal; onError(code: string): void },
) {
  while (!signal.aborted) {
    await work().catch((error: unknown) => onError(error instanceof Error ? error.name : 'unknown'))
    await pause(aMinuteMs, undefined, { signal }).catch(() => undefined)
  }
}
