import { fork } from 'node:child_process'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import type { Reading, ReadingRefusal } from './docx.server.ts'

/** How long a file may take, and how much memory its process gets; the largest that are let in need 5 s and 350 MB. */
const longestMs = 20_000
const memoryMb = 384

/** Files read at the same time; the others wait, so that many at once cost no more memory than two. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

export type ApartRefusal = ReadingRefusal | Refused<'too-slow'>

/**
 * Reads a Word file in a process of its own, with bounded memory and time and without the settings of this one:
 * whatever the file is made to do, requests go on being answered.
 */
export async function readDocxApart(bytes: Uint8Array): Promise<Reading | ApartRefusal> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await inProcess(bytes)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function inProcess(bytes: Uint8Array): Promise<Reading | ApartRefusal> {
  const child = fork('app/features/documents/docx-process.server.ts', {
    execArgv: [`--max-old-space-size=${memoryMb}`, '--import', 'tsx'],
    serialization: 'advanced',
    env: { NODE_ENV: 'production' },
    stdio: 'ignore',
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(refuse('too-slow'))
      child.kill('SIGKILL')
    }, longestMs)
    const end = (outcome: Reading | ApartRefusal) => {
      clearTimeout(timer)
      resolve(outcome)
    }
    child.once('message', (reading) => end(reading as Reading | ReadingRefusal))
    // Out of memory, or not started.
    child.once('error', () => end(refuse('unreadable')))
    child.once('exit', () => end(refuse('unreadable')))
    child.send(Buffer.from(bytes), (error) => error && end(refuse('unreadable')))
  })
}
