import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { fileAtAddress } from '#app/platform/files/file-address.server.ts'
import { mediaTypes } from '#app/platform/files/file-kind.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { answer, denied } from '#app/platform/http/answer.server.ts'

/**
 * Serves a file to whoever has an address we signed a moment ago. Nobody is looked up here and no cookie is read or set:
 * the file is never a page of ours, whatever its bytes are. Always saved, never shown, and kept by nobody on the way.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const file = answer(await fileAtAddress(request.url, new Date()))
  if ('refusal' in file)
    return new Response('Lenken er gått ut. Gå tilbake til siden du kom fra, og hent filen på nytt.', {
      status: 410,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  const { sha256, kind, name } = file
  const storage = fileStorage()
  if (!(await storage.has(sha256))) throw denied('not-found')
  const headers = {
    'Content-Type': mediaTypes[kind],
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, percent)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'no-store',
  }
  if (request.method === 'HEAD') return new Response(null, { headers })
  const bytes = await storage.read(sha256)
  const body = Readable.from(paced(bytes, context.drained), { objectMode: false })
  return new Response(createReadableStreamFromReadable(body), { headers })
}

const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** Reads no further than the reader has come: a slow line must not hold the whole file in memory. */
async function* paced(bytes: Readable, drained = async () => true) {
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      yield piece
      if (!(await drained())) return
    }
  } finally {
    bytes.destroy()
  }
}
