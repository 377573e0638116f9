import { isRefusal, type Refused, refuse } from '../refusal.ts'
import type { FileKind } from './file-kind.ts'
import { readMail } from './mail.server.ts'
import { readOpenDocument, readWord } from './office-text.server.ts'
import { readPdf } from './pdf-text.server.ts'
import { readSheets } from './sheet-text.server.ts'
import { type FileText, TextLines } from './text-lines.ts'
import { UnreadableXml } from './xml-events.server.ts'
import { openZip, type ZipRefusal } from './zip.server.ts'

/** Why a file's text is not read. */
export type TextRefusal = ZipRefusal | 'no-text' | 'declares-entities' | 'too-complex' | 'broken'

const readers = { docx: readWord, odt: readOpenDocument, xlsx: readSheets } as const

/** What a file says, or why that cannot be told. Takes what memory and time the file asks for: see readTextApart. */
export async function textOfFile(path: string, kind: FileKind): Promise<FileText | Refused<TextRefusal>> {
  const lines = new TextLines()
  const refusal = await readerOf(kind)(path, lines)
  if (refusal) return refuse(refusal)
  const found = lines.result()
  return found.text === '' ? refuse('no-text') : found
}

const readerOf = (kind: FileKind) =>
  kind === 'pdf' ? pdf : kind === 'eml' ? mail : (path: string, lines: TextLines) => zipped(path, kind, lines)

async function mail(path: string, lines: TextLines): Promise<TextRefusal | null> {
  const { text } = await readMail(path)
  lines.add(text)
  return null
}

async function pdf(path: string, lines: TextLines): Promise<TextRefusal | null> {
  try {
    await readPdf(path, lines)
    return null
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken'
  }
}

async function zipped(path: string, kind: FileKind, lines: TextLines): Promise<TextRefusal | null> {
  if (kind !== 'docx' && kind !== 'odt' && kind !== 'xlsx') return 'no-text'
  const zip = await openZip(path)
  if (isRefusal(zip)) return zip.refusal
  try {
    await readers[kind](zip, lines)
    return null
  } catch (error) {
    return error instanceof UnreadableXml ? error.reason : 'broken'
  } finally {
    zip.close()
  }
}
