import type { ServerResponse } from 'node:http'

/**
 * Waits until the other side has taken what was written to a response: Remix itself writes on without asking. False when
 * the other side has gone.
 */
export function drained(response: ServerResponse): Promise<boolean> {
  if (!response.writableNeedDrain || response.destroyed) return Promise.resolve(!response.destroyed)
  return new Promise((resolve) => {
    const taken = () => over(true)
    const gone = () => over(false)
    const over = (there: boolean) => {
      response.off('drain', taken).off('close', gone)
      resolve(there)
    }
    response.once('drain', taken).once('close', gone)
  })
}
