import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

const limitMs = 5_000

/**
 * A page as HTML, whole: one piece compresses better than a stream of chunks. React 18 writes in pieces of 2,048 bytes, and
 * where a letter of several bytes does not fit at the end of one it leaves zeroes before it (mended in React 19). Browsers
 * show them as �, in form fields too, so that they would be saved. No HTML has them otherwise: they are taken out.
 */
export function drawnPage(page: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new PassThrough()
    const { pipe, abort } = renderToPipeableStream(page, {
      onAllReady() {
        clearTimeout(limit)
        text(body).then((html) => resolve(html.replaceAll('\0', '')), reject)
        pipe(body)
      },
      onShellError: reject,
    })
    const limit = setTimeout(() => abort(new Error('the page took too long to draw')), limitMs)
  })
}
