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
    answerFlooded?: boolean
    checkFlooded?: boolean
  }
}
