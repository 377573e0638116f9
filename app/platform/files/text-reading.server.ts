import type { Refused } from '../refusal.ts'
import { type Allowance, type LostProcess, runApart } from './apart.server.ts'
import type { FileKind } from './file-kind.ts'
import type { FileText } from './text-lines.ts'
import type { TextRefusal } from './text-of-file.server.ts'

export { ReadingStopped } from './apart.server.ts'

export type ApartRefusal = Refused<TextRefusal> | LostProcess

/** Reads a file's text in a process of its own, with bounded memory and time. */
export function readTextApart(
  path: string,
  kind: FileKind,
  allowance: Allowance = {},
): Promise<FileText | ApartRefusal> {
  return runApart<FileText | ApartRefusal>(
    'app/platform/files/text-process.server.ts',
    { path, kind },
    allowance,
  )
}
