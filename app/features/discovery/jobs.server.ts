import { setTimeout as pause } from 'node:timers/promises'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { carryOn, listWaitingJobs } from './tagging-work.server.ts'

// Tagging thousands of passages takes a while, so it is not done where events are told. The table itself says what is
// left to do; the event only tells that there is something.

const aMinuteMs = 60_000

type Upkeep = { signal: AbortSignal; onError: (error: unknown) => void }

let told = () => {}

/** The worker hears that all hits are to be tagged, or are not after all. */
export const discoveryHandlers: Record<string, (event: HeardEvent) => Promise<void>> = {
  'tagging-job.asked': async () => told(),
  'tagging-job.undone': async () => told(),
}

/** Carries on with every job that is asked for, and each minute with those that were left, until aborted. */
export async function keepTaggingHits({ signal, onError }: Upkeep): Promise<void> {
  while (!signal.aborted) {
    const more = new Promise<void>((resolve) => {
      told = resolve
    })
    await tagWaitingHits({ signal, onError }).catch(onError)
    const rest = new AbortController()
    await Promise.race([more, aMinute(AbortSignal.any([signal, rest.signal]))])
    rest.abort()
  }
}

const aMinute = (signal: AbortSignal) => pause(aMinuteMs, undefined, { signal }).catch(() => undefined)

/** Carries on with every job that has work left. One that fails holds back no other. */
export async function tagWaitingHits({ signal, onError }: Upkeep): Promise<void> {
  for (const jobId of await listWaitingJobs()) {
    if (signal.aborted) return
    await carryOn(jobId, signal).catch(onError)
  }
}
