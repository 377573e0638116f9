import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { isRefusal, type Refused, refuse } from '../refusal.ts'

/** What a zipped document may be: 2,000 parts that unpack to 256 MB, none to over 64 MB or by more than 250 to 1. */
export const zipLimits = {
  entries: 2_000,
  unpacked: 256 * 1024 * 1024,
  part: 64 * 1024 * 1024,
  ratio: 250,
  /** Smaller parts may be packed as tightly as they like. */
  ratioFrom: 1024 * 1024,
} as const

export type ZipRefusal = 'broken-zip' | 'encrypted' | 'unsafe-names' | 'unpacks-too-large'

/** An opened zip file whose table of contents has been looked through. Close it. */
export type ZipParts = {
  has(name: string): boolean
  names(): string[]
  /** A part as it is unpacked; null when there is none of that name. A part that is not what it says ends in an error. */
  open(name: string): Promise<Readable | null>
  close(): void
}

/** Opens a zip file without reading it into memory. What its table of contents says is judged before anything is unpacked. */
export async function openZip(path: string): Promise<ZipParts | Refused<ZipRefusal>> {
  const zip = await opened(path)
  if (isRefusal(zip)) return zip
  const entries = zip.entryCount > zipLimits.entries ? refuse('unpacks-too-large') : await listed(zip)
  if (isRefusal(entries)) {
    zip.close()
    return entries
  }
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    close: () => zip.close(),
    open(name) {
      const entry = entries.get(name)
      return new Promise((resolve, reject) => {
        if (!entry) return resolve(null)
        // It ends in an error where more or less comes than the entry says.
        zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
      })
    },
  }
}

function opened(path: string): Promise<ZipFile | Refused<ZipRefusal>> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }
  return new Promise((resolve) => {
    yauzl.open(path, options, (error, zip) => resolve(error ? refuse('broken-zip') : zip))
  })
}

function listed(zip: ZipFile): Promise<Map<string, Entry> | Refused<ZipRefusal>> {
  const entries = new Map<string, Entry>()
  const names = new Set<string>()
  let unpacked = 0
  return new Promise((resolve) => {
    // Paths that lead out of the file, and backslashes, are yauzl's to find.
    zip.on('error', ({ message }: Error) =>
      resolve(refuse(/path|characters/.test(message) ? 'unsafe-names' : 'broken-zip')),
    )
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      const name = entry.fileName
      const refusal = names.has(name.toLowerCase()) ? 'unsafe-names' : entryRefusal(entry, unpacked)
      if (refusal) return resolve(refuse(refusal))
      names.add(name.toLowerCase())
      entries.set(name, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function entryRefusal(entry: Entry, unpacked: number): ZipRefusal | null {
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (entry.isEncrypted()) return 'encrypted'
  if (unpacked > zipLimits.unpacked || size > zipLimits.part) return 'unpacks-too-large'
  return size > zipLimits.ratioFrom && size > packed * zipLimits.ratio ? 'unpacks-too-large' : null
}

/** A part as text, if it is at most so long and UTF-8. */
export async function partText(zip: ZipParts, name: string, longest: number): Promise<string | null> {
  const stream = await zip.open(name)
  if (!stream) return null
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > longest) return null
    pieces.push(piece)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
}
