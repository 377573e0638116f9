import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { isRefusal, type Refused, refuse } from '#app/platform/refusal.ts'

/** What a file may be: 2,000 parts that unpack to 40 MB, each XML part to 8 MB, with 200,000 elements in all. */
export const fileLimits = {
  entries: 2_000,
  unpacked: 40 * 1024 * 1024,
  xmlPart: 8 * 1024 * 1024,
  elements: 200_000,
} as const

/** Why a file is not read. Each is a sentence of its own on the page. */
export type FileRefusal =
  | 'empty-file'
  | 'pdf'
  | 'old-word'
  | 'encrypted'
  | 'not-word'
  | 'other-zip'
  | 'macros'
  | 'unsafe-names'
  | 'unpacks-too-large'
  | 'broken-zip'
  | 'declares-entities'
  | 'broken-xml'
  | 'too-complex'

const isXml = (name: string) => /\.(xml|rels)$/i.test(name)
const wordDocument =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'.toLowerCase()

/**
 * The XML parts of a Word file by name, each verified: nothing but what is returned is ever parsed. Every part is
 * unpacked in a stream that stops where its declared size or a limit is passed, so a bomb is noticed and not kept.
 */
export async function readParts(bytes: Buffer): Promise<Map<string, string> | Refused<FileRefusal>> {
  const kind = notZip(bytes)
  if (kind) return refuse(kind)
  const zip = await open(bytes)
  if (isRefusal(zip)) return zip
  try {
    if (zip.entryCount > fileLimits.entries) return refuse('unpacks-too-large')
    const parts = await unpack(zip)
    return isRefusal(parts) ? parts : (contentRefusal(parts) ?? parts)
  } finally {
    zip.close()
  }
}

// By what the file begins with; its name says nothing certain.
function notZip(bytes: Buffer): FileRefusal | null {
  if (bytes.length === 0) return 'empty-file'
  if (bytes.subarray(0, 1_024).includes('%PDF-')) return 'pdf'
  // The container of Word before 2007, which also holds newer files that are locked with a password.
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-word'
  return bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) ? null : 'not-word'
}

function open(bytes: Buffer): Promise<ZipFile | Refused<FileRefusal>> {
  return new Promise((resolve) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }
    yauzl.fromBuffer(bytes, options, (error, zip) => resolve(error ? refuse('broken-zip') : zip))
  })
}

/** One entry after the other; the first that is refused ends it. */
function unpack(zip: ZipFile): Promise<Map<string, string> | Refused<FileRefusal>> {
  const parts = new Map<string, string>()
  const names = new Set<string>()
  let unpacked = 0
  return new Promise((resolve) => {
    // Paths that lead out of the file, and backslashes, are yauzl's to find.
    zip.on('error', ({ message }: Error) =>
      resolve(refuse(/path|characters/.test(message) ? 'unsafe-names' : 'broken-zip')),
    )
    zip.on('end', () => resolve(parts))
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      const name = entry.fileName
      const refusal = names.has(name.toLowerCase()) ? 'unsafe-names' : entryRefusal(entry, unpacked)
      if (refusal) return resolve(refuse(refusal))
      names.add(name.toLowerCase())
      readEntry(zip, entry).then((read) => {
        if (isRefusal(read)) return resolve(read)
        if (isXml(name)) {
          const text = textOf(read)
          if (isRefusal(text)) return resolve(text)
          parts.set(name, text)
        }
        zip.readEntry()
      })
    })
    zip.readEntry()
  })
}

function entryRefusal(entry: Entry, unpacked: number): FileRefusal | null {
  if (entry.isEncrypted()) return 'encrypted'
  if (/vbaProject\.bin$|vbaData\.xml$/i.test(entry.fileName)) return 'macros'
  if (unpacked > fileLimits.unpacked) return 'unpacks-too-large'
  return isXml(entry.fileName) && entry.uncompressedSize > fileLimits.xmlPart ? 'unpacks-too-large' : null
}

// The whole entry is unpacked to see that its size is what it says; only XML is kept.
function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer | Refused<FileRefusal>> {
  const kept: Buffer[] = []
  return new Promise((resolve) => {
    if (entry.fileName.endsWith('/')) return resolve(Buffer.alloc(0))
    zip.openReadStream(entry, (error, stream: Readable) => {
      if (error) return resolve(refuse('broken-zip'))
      stream.on('error', () => resolve(refuse('broken-zip')))
      stream.on('data', (chunk: Buffer) => isXml(entry.fileName) && kept.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(kept)))
    })
  })
}

/** XML as text. What declares entities or a document type of its own is refused before any parser sees it. */
function textOf(xml: Buffer): string | Refused<FileRefusal> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(xml)
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refuse('declares-entities')
    return text.includes('\0') ? refuse('broken-xml') : text
  } catch {
    return refuse('broken-xml')
  }
}

function contentRefusal(parts: ReadonlyMap<string, string>): Refused<FileRefusal> | null {
  const types = (parts.get('[Content_Types].xml') ?? '').toLowerCase()
  if (types.includes('macroenabled') || types.includes('vbaproject')) return refuse('macros')
  if (!types.includes(wordDocument)) return refuse('other-zip')
  let elements = 0
  for (const text of parts.values())
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) elements += 1
  // Start and end tags are counted alike.
  return elements > 2 * fileLimits.elements ? refuse('too-complex') : null
}
