import { timingSafeEqual } from 'node:crypto'
import { signature } from './file-address.server.ts'
import { type FileKind, isFileKind } from './file-kind.ts'

/** A file that lies in the storage before anything refers to it. */
export type LooseFile = { sha256: string; name: string; kind: FileKind; size: number }

/**
 * A file that lies in the storage, as a form carries it from one page to the next: signed for one purpose, so that nobody
 * lays hands on another's file by writing its sum.
 */
export async function ticketFor({ sha256, name, kind, size }: LooseFile, purpose: string): Promise<string> {
  const words = [sha256, name, kind, size] as const
  const carried = Buffer.from(JSON.stringify(words)).toString('base64url')
  return `${carried}.${await signature(['kept', purpose, ...words])}`
}

/** The file a form carries; null where we did not sign it for this. */
export async function fileOfTicket(ticket: string, purpose: string): Promise<LooseFile | null> {
  const [carried = '', sum = ''] = ticket.split('.')
  const words = wordsIn(carried)
  if (!words) return null
  const expected = Buffer.from(await signature(['kept', purpose, ...words]))
  const given = Buffer.from(sum)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const [sha256, name, kind, size] = words
  return isFileKind(kind) ? { sha256, name, kind, size } : null
}

function wordsIn(carried: string): [string, string, string, number] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(carried, 'base64url').toString('utf8'))
    if (!Array.isArray(read) || read.length !== 4) return null
    const [sha256, name, kind, size] = read as unknown[]
    const fits = [sha256, name, kind].every((word) => typeof word === 'string') && typeof size === 'number'
    return fits ? (read as [string, string, string, number]) : null
  } catch {
    return null
  }
}
