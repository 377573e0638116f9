import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { type FormErrors, parseForm } from '../http/form.server.ts'
import { isRefusal, type Refused, refuse } from '../refusal.ts'
import { BrokenForm, partsOf } from './multipart.server.ts'
import { type ReceivedFile, receiveFile } from './receiving.server.ts'

type Upload = {
  field: string
  folder: string
  largest: number
  idleMs?: number
  /** Of a field that is no file, in bytes. */
  longestField?: number
}

/** Why nothing was received: the file is too large, there were several, or the body stopped coming or was no form. */
export type UploadRefusal = 'file-too-large' | 'several-files' | 'interrupted'

/** A refusal with what was typed beside the file. */
export type RefusedUpload = Refused<UploadRefusal> & { typed: Record<string, unknown> }

/**
 * Reads a posted form with a file in it, without ever holding the file: it is written to a folder as it comes. No file
 * chosen is null. A received file is the caller's to discard; in every other outcome nothing is left behind, and what was
 * typed beside the file comes back.
 */
export async function receiveForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  upload: Upload,
): Promise<{ value: z.output<S>; file: ReceivedFile | null } | FormErrors | RefusedUpload> {
  const received = await receiveFields(request, upload)
  if (isRefusal(received)) return { refusal: received.refusal, typed: Object.fromEntries(received.fields) }
  const { fields, file } = received
  const parsed = parseForm(fields, schema)
  if ('value' in parsed) return { ...parsed, file }
  await file?.discard()
  return parsed
}

/** The same with its fields as they were sent, for forms whose fields a schema cannot name. */
export async function receiveFields(
  request: Request,
  { field, folder, largest, idleMs = 30_000, longestField = 10_000 }: Upload,
): Promise<
  { fields: FormData; file: ReceivedFile | null } | (Refused<UploadRefusal> & { fields: FormData })
> {
  const fields = new FormData()
  const because = (reason: UploadRefusal) => ({ ...refuse(reason), fields })
  const files: (ReceivedFile | Refused<'file-too-large'>)[] = []
  const body = coming(request.body, idleMs)
  try {
    for await (const { name, fileName, data } of partsOf(body, request.headers.get('Content-Type') ?? '')) {
      if (fileName === null) fields.append(name, await wordsOf(data, longestField))
      else if (name === field) {
        const received = await receiveFile(fileName, data, { folder, largest })
        // A browser sends an empty file without a name when none was chosen.
        if (isRefusal(received) || received.size > 0 || fileName !== '') files.push(received)
        else await received.discard()
      }
    }
  } catch (error) {
    await discardAll(files)
    if (!(error instanceof BrokenForm)) throw error
    for await (const _ of body) {
      // The rest is let pass: a browser that is still sending sees no answer.
    }
    return because('interrupted')
  }
  const [file = null, ...others] = files
  if (others.length === 0 && !isRefusal(file)) return { fields, file }
  await discardAll(files)
  return because(others.length > 0 || !isRefusal(file) ? 'several-files' : file.refusal)
}

async function discardAll(files: readonly (ReceivedFile | Refused<'file-too-large'>)[]) {
  for (const file of files) if (!isRefusal(file)) await file.discard()
}

/** A body that stands still for too long, or breaks off, has ended. */
async function* coming(body: ReadableStream<Uint8Array> | null, idleMs: number) {
  const reader = body?.getReader()
  if (!reader) return
  for (;;) {
    const waiting = new AbortController()
    const still = pause(idleMs, null, { signal: waiting.signal }).catch(() => null)
    const piece = await Promise.race([reader.read().catch(() => null), still])
    waiting.abort()
    // Let go of, not cancelled: that would take the connection with it, and nobody would hear the answer.
    if (piece === null) return reader.releaseLock()
    if (piece.done) return
    yield piece.value
  }
}

async function wordsOf(data: AsyncIterable<Buffer>, longest: number): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of data) {
    length += piece.length
    if (length > longest) throw new BrokenForm('a field is too long')
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces).toString('utf8')
}
