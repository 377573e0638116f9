import '@remix-run/node'

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
  }
}
