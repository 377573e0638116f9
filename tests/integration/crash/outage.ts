import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { pause, processesIn, signal } from '#db/embedded/process.server.ts'
import { postmasterOf } from '../db/holder.ts'

/** Ends the database server in this home as a crash does: no process of it gets a last word. Gives the moment. */
export function killDatabase(home: string): number {
  const postmaster = postmasterOf(home)
  for (const pid of [postmaster, ...processesIn(path.join(home, 'data'))]) signal(pid, 'SIGKILL')
  return Date.now()
}

/** How long after `moment` the site says that it serves again. Gives up after half a minute. */
export async function healthyAfter(origin: string, moment: number): Promise<number> {
  while (Date.now() - moment < 30_000) {
    const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(3_000) }).catch(() => null)
    await answer?.text().catch(() => '')
    if (answer?.ok) return Date.now() - moment
    await pause(100)
  }
  return Number.POSITIVE_INFINITY
}

/** Ends every worker that this server has started; there is none while the last one's successor waits its turn. */
export function killWorkers(server: number): void {
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
  for (const pid of children)
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.server')) signal(pid, 'SIGKILL')
}

/**
 * Within how long the site must serve again: five seconds, and longer only on a machine that others keep so busy
 * that more than three processes wait for every core.
 */
export function outageLimit(): number {
  return 5_000 * Math.max(1, (loadavg()[0] ?? 0) / (3 * cpus().length))
}
