import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { isRefusal, type Refused, refuse } from '../refusal.ts'
import { type FileKind, isFileKind } from './file-kind.ts'
import { looksLikeMail } from './mail-head.ts'
import { openZip, partText, type ZipParts, type ZipRefusal } from './zip.server.ts'

/** Why a file is of no kind that is taken in. */
export type KindRefusal = ZipRefusal | 'empty-file' | 'old-office' | 'macros' | 'unknown-kind'

const headLength = 4_100
const longestContents = 1024 * 1024

/** What a file is by its bytes. A zip file is what the parts in it make of it. */
export async function kindOfFile(path: string): Promise<FileKind | Refused<KindRefusal>> {
  const head = await headOf(path)
  if (head.length === 0) return refuse('empty-file')
  // The container of Office before 2007, which also holds newer files that are locked with a password.
  if (head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return refuse('old-office')
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return kindOfZip(path)
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (!found && looksLikeMail(head.toString('latin1'))) return 'eml'
  const kind = found?.ext === 'jpg' ? 'jpeg' : (found?.ext ?? '')
  return isFileKind(kind) ? kind : refuse('unknown-kind')
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(headLength) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function kindOfZip(path: string): Promise<FileKind | Refused<KindRefusal>> {
  const zip = await openZip(path)
  if (isRefusal(zip)) return zip
  try {
    return (await kindOfOpenDocument(zip)) ?? (await kindOfOffice(zip))
  } catch {
    return refuse('broken-zip')
  } finally {
    zip.close()
  }
}

// OpenDocument 1.3 part 2, 3.3: a part of this name says what the file is.
async function kindOfOpenDocument(zip: ZipParts): Promise<'odt' | Refused<KindRefusal> | null> {
  if (!zip.has('mimetype') || !zip.has('content.xml')) return null
  if ((await partText(zip, 'mimetype', 200))?.trim() !== 'application/vnd.oasis.opendocument.text')
    return refuse('unknown-kind')
  const manifest = await partText(zip, 'META-INF/manifest.xml', longestContents)
  if (manifest?.includes('encryption-data')) return refuse('encrypted')
  return zip.names().some((name) => /^(Basic|Scripts)\/.*\.(xml|xlb|xba|py|js|bsh)$/i.test(name))
    ? refuse('macros')
    : 'odt'
}

const main = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
} as const

// ISO/IEC 29500-2 (Open Packaging Conventions): the types of all parts stand in one.
async function kindOfOffice(zip: ZipParts): Promise<'docx' | 'xlsx' | Refused<KindRefusal>> {
  const types = (await partText(zip, '[Content_Types].xml', longestContents))?.toLowerCase() ?? ''
  const macros = /macroenabled|vbaproject/.test(types)
  if (macros || zip.names().some((name) => /vba(project\.bin|data\.xml)$/i.test(name)))
    return refuse('macros')
  if (types.includes(main.docx)) return 'docx'
  return types.includes(main.xlsx) ? 'xlsx' : refuse('unknown-kind')
}
