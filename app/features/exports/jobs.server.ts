import { setTimeout as pause } from 'node:timers/promises'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { listWaitingReports, makeReport } from './report-work.server.ts'

// A report of many findings takes seconds, so it is not made where events are told. The table says what is left to do; the
// event only tells that there is something.

const aMinuteMs = 60_000

type Upkeep = { signal: AbortSignal; onError: (error: unknown) => void }

let told = () => {}

/** The worker hears that somebody asked for a report. */
export const exportHandlers: Record<string, (event: HeardEvent) => Promise<void>> = {
  'report.asked': async () => told(),
}

/** Makes every report that is asked for, and each minute those that were left, until aborted. */
export async function keepMakingReports({ signal, onError }: Upkeep): Promise<void> {
  while (!signal.aborted) {
    const more = new Promise<void>((resolve) => {
      told = resolve
    })
    await makeWaitingReports({ signal, onError }).catch(onError)
    const rest = new AbortController()
    const minute = pause(aMinuteMs, undefined, { signal: AbortSignal.any([signal, rest.signal]) })
    await Promise.race([more, minute.catch(() => undefined)])
    rest.abort()
  }
}

/** Makes every report that is waiting, the oldest first. One that fails holds back no other. */
export async function makeWaitingReports({ signal, onError }: Upkeep): Promise<void> {
  for (const reportId of await listWaitingReports()) {
    if (signal.aborted) return
    await makeReport(reportId, signal).catch(onError)
  }
}
