import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually, isAlive, signal } from '#db/embedded/process.server.ts'

/** A process of its own that holds the embedded database. */
export type Holder = {
  url: string
  owned: boolean
  home: string
  pid: number
  log: string[]
  ended: Promise<{ code: number | null; signal: string | null }>
}

const root = path.resolve(import.meta.dirname, '../../..')
const toEnd: number[] = []
const toRemove: string[] = []

/** A directory of this test's own, removed by `cleanUp`. Closed: only we may enter it. */
export function temporaryDirectory(closed = false): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'innspill-embedded-'))
  chmodSync(directory, closed ? 0o700 : 0o755)
  toRemove.push(directory)
  return directory
}

/** Removes this directory too, when the tests are done. */
export function removeLater(directory: string): void {
  toRemove.push(directory)
}

/** Starts a process that holds the database, and waits until it has it. */
export async function hold(
  dataDir: string,
  { checkout = root, onInterrupt = 'default', speed = 'hasty' } = {},
): Promise<Holder> {
  const script = path.join(import.meta.dirname, 'children/hold-embedded.ts')
  const child = fork(script, [dataDir, path.join(checkout, 'db/embedded.server.ts'), onInterrupt, speed], {
    execArgv: ['--import', 'tsx'],
    detached: true,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const { pid = 0 } = child
  toEnd.push(pid)
  const log: string[] = []
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, name) => resolve({ code, signal: name })),
  )
  const held = await firstAnswer(child, log)
  toEnd.push(postmasterOf(held.home))
  return { ...held, pid, log, ended }
}

/** The process number of the server in this home. */
export function postmasterOf(home: string): number {
  return Number(readFileSync(path.join(home, 'data/postmaster.pid'), 'utf8').split('\n')[0])
}

/** Ends what is left of processes and directories. */
export async function cleanUp(): Promise<void> {
  for (const pid of toEnd.filter(isAlive)) signal(pid, 'SIGINT')
  await eventually(() => !toEnd.some(isAlive), 3_000)
  for (const pid of toEnd.filter(isAlive)) signal(pid, 'SIGKILL')
  for (const directory of toRemove) rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
}

function firstAnswer(child: ChildProcess, log: string[]) {
  type Answer = Pick<Holder, 'url' | 'owned' | 'home'>
  return new Promise<Answer>((resolve, reject) => {
    let complaint = ''
    child.stderr?.on('data', (chunk) => {
      complaint += chunk
    })
    child.on('message', (message: { log: string } | Answer) =>
      'log' in message ? log.push(message.log) : resolve(message),
    )
    child.once('exit', () => reject(new Error(`The holder ended: ${complaint}`)))
  })
}
