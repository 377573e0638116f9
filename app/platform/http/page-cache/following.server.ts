import type { Clocks, Freshness } from './freshness.ts'
import type { Gone } from './keys.ts'

/** What the database tells when it is asked what has changed; what it has taken in by now, to ask by the next time; its clock. */
export type Looked = { snapshot: string; now: number; gone: Gone }

/** Asks the database what has changed since what it had taken in before; of no `before`, everything has. */
export type Look = (before: string | null) => Promise<Looked>

const everyMs = 300

/** After so long the database may have let go of what it noted, and everything counts as changed. */
const longestMs = 30 * 60_000

/**
 * Looks what has changed, over and over, until it is stopped. After a look that failed the next one tells of all since the
 * last that did not. Gives the function that stops it.
 */
export function follow(look: Look, freshness: Freshness, clocks: Clocks): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let before: { snapshot: string; begun: number } | null = null
  async function once() {
    const [begun, from] = [performance.now(), Date.now()]
    if (before && begun - before.begun > longestMs) before = null
    try {
      const { snapshot, now, gone } = await look(before?.snapshot ?? null)
      clocks.compared(now, from, Date.now())
      freshness.found(before ? gone : 'everything', begun)
      before = { snapshot, begun }
    } catch {
      // Nothing is shown from memory meanwhile; that the database is gone is told by those who need it.
    }
    const left = everyMs - (performance.now() - begun)
    if (!stopped) timer = setTimeout(once, Math.max(50, left)).unref()
  }
  void once()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
