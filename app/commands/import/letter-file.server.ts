import { createReadStream } from 'node:fs'
import { type Letter, readLetter } from '#app/features/inputs/registration.ts'
import { refuse } from '#app/platform/refusal.ts'
import type { LineFault } from './report.ts'

/** What a file holds: its letters by line number, and everything wrong with it. Blank lines are not counted. */
export type LetterFile = { lines: number; letters: { line: number; letter: Letter }[]; faults: LineFault[] }

const LONGEST_LINE = 1_000_000
const LONGEST_FILE = 200_000_000
const NEWLINE = 10

/** Reads a file of letters, one JSON object a line, to its end: everything wrong with it is said in one go. */
export async function readLetterFile(path: string) {
  const file: LetterFile = { lines: 0, letters: [], faults: [] }
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const lineOf = new Map<string, number>()
  const take = (line: number, text: string) => {
    const read = readLetter(text)
    const externalId = 'letter' in read ? read.letter.externalId : read.externalId
    const before = externalId === null ? undefined : lineOf.get(externalId)
    if (externalId !== null && before === undefined) lineOf.set(externalId, line)
    if (before !== undefined)
      file.faults.push({ line, field: 'id', refusal: 'used-before', found: String(before) })
    if ('faults' in read) file.faults.push(...read.faults.map((fault) => ({ line, ...fault })))
    else if (before === undefined) file.letters.push({ line, letter: read.letter })
  }
  try {
    let line = 0
    for await (const bytes of linesOf(path)) {
      line += 1
      const text = bytes && decoded(utf8, bytes)
      if (text?.trim() === '') continue
      file.lines += 1
      if (text !== null) take(line, text)
      else file.faults.push({ line, field: 'line', refusal: bytes ? 'not-utf8' : 'line-too-long' })
    }
    return file
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (error instanceof FileTooLong) return refuse('file-too-long')
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('no-such-file')
    if (typeof code === 'string') return refuse('file-not-readable')
    throw error
  }
}

class FileTooLong extends Error {}

/** Null for bytes that are no UTF-8; a byte order mark is left out. */
function decoded(utf8: TextDecoder, bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** The lines of a file as bytes, without their ends; null for a line that is too long to keep. */
async function* linesOf(path: string): AsyncGenerator<Buffer | null> {
  let kept: Buffer[] = []
  let length = 0
  let total = 0
  const keep = (part: Buffer) => {
    length += part.length
    if (length <= LONGEST_LINE) kept.push(part)
    else kept = []
  }
  const finished = () => {
    const line = length <= LONGEST_LINE ? Buffer.concat(kept) : null
    kept = []
    length = 0
    return line
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer
    total += bytes.length
    if (total > LONGEST_FILE) throw new FileTooLong()
    let from = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      keep(bytes.subarray(from, end))
      yield finished()
      from = end + 1
    }
    keep(bytes.subarray(from))
  }
  if (length > 0) yield finished()
}
