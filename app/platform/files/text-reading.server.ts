import { fork } from 'node:child_process'
import { type Refused, refuse } from '../refusal.ts'
import type { FileKind } from './file-kind.ts'
import type { FileText } from './text-lines.ts'
import type { TextRefusal } from './text-of-file.server.ts'

/** How long a file may take, and how much memory its process gets in all. */
const longest = 30_000
const memory = 640

/** The reading was broken off because this process ends: nothing is known of the file. */
export class ReadingStopped extends Error {
  override name = 'ReadingStopped'
}

export type ApartRefusal = Refused<TextRefusal | 'too-slow' | 'too-much-memory'>

/**
 * Reads a file's text in a process of its own, with bounded memory and time and without the settings of this one:
 * whatever the file is made to do, the others' files are read and nothing but its own path is known to it.
 */
export function readTextApart(
  path: string,
  kind: FileKind,
  {
    longestMs = longest,
    memoryMb = memory,
    signal,
  }: { longestMs?: number; memoryMb?: number; signal?: AbortSignal | undefined } = {},
): Promise<FileText | ApartRefusal> {
  const child = fork('app/platform/files/text-process.server.ts', {
    execArgv: [`--max-old-space-size=${Math.round(memoryMb * 0.6)}`, '--import', 'tsx'],
    serialization: 'advanced',
    env: { NODE_ENV: 'production' },
    stdio: 'ignore',
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(refuse('too-slow')), longestMs)
    const over = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      child.kill('SIGKILL')
    }
    const end = (outcome: FileText | ApartRefusal) => {
      resolve(outcome)
      over()
    }
    const stop = () => {
      reject(new ReadingStopped())
      over()
    }
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    child.once('message', (found) => end(found as FileText | ApartRefusal))
    child.once('error', () => end(refuse('broken')))
    // Ended by the watch over its memory, or by Node's own limit.
    child.once('exit', () => end(refuse('too-much-memory')))
    child.send({ path, kind, memoryMb, longestMs }, (error) => error && end(refuse('broken')))
  })
}
