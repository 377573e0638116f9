import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

const hasProc = existsSync('/proc/self/stat')

/** Whether the process still runs. A zombie does not: it holds a number and nothing else. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !hasProc || stateOf(pid) !== 'Z'
}

/** Whether the process is a server on this data directory, and not a stranger who got its number. */
export function servesFrom(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  try {
    const command = hasProc
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes(data)
  } catch {
    return false
  }
}

/** Every process that works in the data directory: what a killed postmaster leaves behind. Linux only. */
export function processesIn(data: string): number[] {
  if (!hasProc) return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && directoryOf(pid) === data && isAlive(pid))
}

/** Waits until the condition holds; false when the time is out. */
export async function eventually(condition: () => boolean, ms: number, every = 20): Promise<boolean> {
  for (const end = Date.now() + ms; !condition(); ) {
    if (Date.now() > end) return false
    await pause(every)
  }
  return true
}

/** Resolves after a while. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function stateOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)[0]
  } catch {
    return 'Z'
  }
}

function directoryOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
