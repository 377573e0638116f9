import { fork } from 'node:child_process'
import { type Refused, refuse } from '../refusal.ts'

/** How long a file may take, and how much memory its process gets in all. */
const longest = 30_000
const memory = 640

/** The reading was broken off because this process ends: nothing is known of the file. */
export class ReadingStopped extends Error {
  override name = 'ReadingStopped'
}

/** What became of a process that was asked to read a file and did not answer. */
export type LostProcess = Refused<'too-slow' | 'too-much-memory' | 'broken'>

/** What such a process may use, and when it is broken off. */
export type Allowance = { longestMs?: number; memoryMb?: number; signal?: AbortSignal | undefined }

/** What the process is told of the file, beside what it may use. */
export type ApartTask = { memoryMb: number; longestMs: number }

/**
 * Does one piece of work on a file in a process of its own, with bounded memory and time and without the settings of this
 * one: whatever the file is made to do, the others' files are read and nothing but its own path is known to it.
 */
export function runApart<Found>(
  script: string,
  task: Record<string, unknown>,
  { longestMs = longest, memoryMb = memory, signal }: Allowance = {},
): Promise<Found | LostProcess> {
  const child = fork(script, {
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
    const end = (outcome: Found | LostProcess) => {
      resolve(outcome)
      over()
    }
    const stop = () => {
      reject(new ReadingStopped())
      over()
    }
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    child.once('message', (found) => end(found as Found))
    child.once('error', () => end(refuse('broken')))
    // Ended by the watch over its memory, or by Node's own limit.
    child.once('exit', () => end(refuse('too-much-memory')))
    child.send({ ...task, memoryMb, longestMs }, (error) => error && end(refuse('broken')))
  })
}
