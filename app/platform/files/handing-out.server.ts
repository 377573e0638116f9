import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { namesTag, rangeAsked } from './byte-range.ts'
import { fileStorage } from './storage.server.ts'

/** A file of ours that is saved, never shown; `kept` is how long those on the way may keep it. */
export type OwnFile = { sha256: string; size: number; mediaType: string; name: string; kept: string }

const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** How a browser is told to save a file under a name with any letters, and those that know only plain ones. */
export function savedAs(name: string): string {
  const plain = name
    .replace(/[–—]/g, '-')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]|["\\%]/g, '')
    .replace(/ {2,}/g, ' ')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, percent)}`
}

/**
 * Hands out a file whose bytes are ours, whole or the stretch that is asked for, so that a download that was broken off goes
 * on where it was: the tag is the sum of the bytes, so it never goes on with another file. Null when the bytes are not there.
 */
export async function handOut(
  { headers: asked, method }: Request,
  { sha256, size, mediaType, name, kept }: OwnFile,
  drained = async () => true,
): Promise<Response | null> {
  const storage = fileStorage()
  if (!(await storage.has(sha256))) return null
  const tag = `"${sha256}"`
  const headers: Record<string, string> = {
    'Content-Type': mediaType,
    'Content-Disposition': savedAs(name),
    'Accept-Ranges': 'bytes',
    ETag: tag,
    'Cache-Control': kept,
    // It is saved; should it be opened all the same, it may do nothing.
    'Content-Security-Policy': "sandbox; default-src 'none'",
  }
  if (namesTag(asked.get('If-None-Match'), tag)) return new Response(null, { status: 304, headers })
  const ifRange = asked.get('If-Range')
  const range = ifRange === null || ifRange.trim() === tag ? rangeAsked(asked.get('Range'), size) : null
  if (range === 'beyond')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers['Content-Length'] = String(end - start + 1)
  if (range) headers['Content-Range'] = `bytes ${start}-${end}/${size}`
  const status = range ? 206 : 200
  if (method === 'HEAD') return new Response(null, { status, headers })
  const bytes = await storage.read(sha256)
  const body = Readable.from(stretch(bytes, start, end, drained), { objectMode: false })
  return new Response(createReadableStreamFromReadable(body), { status, headers })
}

/** The bytes from one place to another, no faster than the reader takes them. */
async function* stretch(bytes: Readable, start: number, end: number, drained: () => Promise<boolean>) {
  let at = 0
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      const [from, to] = [Math.max(0, start - at), Math.min(piece.length, end + 1 - at)]
      at += piece.length
      if (from < to) {
        yield piece.subarray(from, to)
        if (!(await drained())) return
      }
      if (at > end) return
    }
  } finally {
    bytes.destroy()
  }
}
