declare module 'on-headers' {
  import type { ServerResponse } from 'node:http'

  /** Calls the listener when the headers are about to be sent. */
  export default function onHeaders(response: ServerResponse, listener: (this: ServerResponse) => void): void
}
