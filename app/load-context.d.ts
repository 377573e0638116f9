import '@remix-run/node'
import type { KeptPage } from './platform/http/page-cache/keys.ts'
import type { PagesKept } from './platform/http/page-cache/page-cache.server.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    nonce: string
    code: string
    signInFlooded: boolean
    takedownFlooded?: boolean
    /** Waits until what was sent has been taken; false when nobody is there to take it. */
    drained?: () => Promise<boolean>
    answerFlooded?: boolean
    checkFlooded?: boolean
    /** Where the page may be kept: the moment it is drawn as of, and what its loader says it is kept under. */
    drawnFrom?: Date
    kept?: KeptPage
    /** What this process has in memory; absent where it keeps no pages. */
    pagesKept?: () => PagesKept
  }
}
