import type { Clocks, Freshness } from './freshness.ts'
import type { Gone } from './keys.ts'

/** What the database tells when it is asked what has changed: what it has taken in by now, and its clock. */
export type Looked = { snapshot: string; now: number; gone: Gone }

/** Asks the database what has changed since what it had taken in before; of no `before`, everything has. */
export type Look = (before: string | null) => Promise<Looked>

const everyMs = 300

/**
 * Looks what has changed, over and over, until it is stopped. After a look that failed everything counts as changed: it may
 * have been another database's answer that we knew. Gives the function that stops it.
 */
export function follow(look: Look, freshness: Freshness, clocks: Clocks): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let before: string | null = null
  async function once() {
    const [begun, from] = [performance.now(), Date.now()]
    try {
      const { snapshot, now, gone } = await look(before)
      clocks.compared(now, from, Date.now())
      freshness.found(before === null ? 'everything' : gone, begun)
      before = snapshot
    } catch {
      // Nothing is shown from memory meanwhile; that the database is gone is told by those who need it.
      before = null
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
