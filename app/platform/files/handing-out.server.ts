import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { type ByteRange, namesTag, rangeAsked } from './byte-range.ts'
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
  asked: Request,
  file: OwnFile,
  drained = async () => true,
): Promise<Response | null> {
  const storage = fileStorage()
  if (!(await storage.has(file.sha256))) return null
  const { status, headers, part } = answerTo(asked, file)
  if (!part) return new Response(null, { status, headers })
  const bytes = await storage.read(file.sha256)
  const body = Readable.from(stretch(bytes, part.start, part.end, drained), { objectMode: false })
  return new Response(createReadableStreamFromReadable(body), { status, headers })
}

/** The same of a file that is in memory; `more` is told beside. */
export function handOutBytes(
  asked: Request,
  { bytes, ...file }: Omit<OwnFile, 'size'> & { bytes: Buffer },
  more: Record<string, string> = {},
): Response {
  const { status, headers, part } = answerTo(asked, { ...file, size: bytes.length })
  const body = part && new Uint8Array(bytes.subarray(part.start, part.end + 1))
  return new Response(body, { status, headers: { ...headers, ...more } })
}

type Answer = { status: number; headers: Record<string, string>; part: ByteRange | null }

/** What is answered to whoever asks for a file, and which part of it is sent; null where none is. */
function answerTo({ headers: asked, method }: Request, file: OwnFile): Answer {
  const { sha256, size, mediaType, name, kept } = file
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
  if (namesTag(asked.get('If-None-Match'), tag)) return { status: 304, headers, part: null }
  const ifRange = asked.get('If-Range')
  const range = ifRange === null || ifRange.trim() === tag ? rangeAsked(asked.get('Range'), size) : null
  if (range === 'beyond')
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` }, part: null }
  const part = range ?? { start: 0, end: size - 1 }
  headers['Content-Length'] = String(part.end - part.start + 1)
  if (range) headers['Content-Range'] = `bytes ${part.start}-${part.end}/${size}`
  return { status: range ? 206 : 200, headers, part: method === 'HEAD' ? null : part }
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
