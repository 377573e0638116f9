import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nativeDirectory } from './embedded/binaries.server.ts'
import {
  clearRemains,
  createCluster,
  freePort,
  launch,
  type Postmaster,
  passwordFile,
  readPostmaster,
  shutDown,
} from './embedded/cluster.server.ts'
import { type Lease, takeLease } from './embedded/lease.server.ts'
import { type Place, placeOf } from './embedded/place.server.ts'
import { eventually, isAlive, pause, signal } from './embedded/process.server.ts'

/** How the embedded database is started. `flags` go to the server as they are: tests turn fsync off. */
export type EmbeddedOptions = { dataDir?: string; flags?: string[]; log?: (line: string) => void }

/** A running embedded database. `owned`: it is ours to stop; otherwise we use another process's. */
export type Embedded = { url: string; owned: boolean; home: string; stop(): Promise<void> }

/** What the owner leaves for those who join, and for whoever comes after it. */
type State = { port: number; postmasterPid: number; ownerPid: number; passwordFile: string }

const WATCH_MS = 200
const JOIN_MS = 120_000

/** Starts the database, takes over one whose owner died, or joins one that another live process owns. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const { dataDir = path.resolve('.data/postgres'), flags = [], log = () => {} } = options
  const place = placeOf(path.resolve(dataDir))
  for (const end = Date.now() + JOIN_MS; Date.now() < end; await pause(50)) {
    const lease = await takeLease(place.home)
    if (lease) {
      try {
        return await own(place, lease, flags, log)
      } catch (error) {
        lease.release()
        throw error
      }
    }
    const running = readPostmaster(place.data)
    if (running?.status === 'ready' && readState(place.home)?.postmasterPid === running.pid) {
      return { url: urlOf(place.home, running.port), owned: false, home: place.home, stop: async () => {} }
    }
  }
  throw new Error(`Another process owns the embedded database in ${place.home}, but it never got ready`)
}

async function own(
  place: Place,
  lease: Lease,
  flags: string[],
  log: (line: string) => void,
): Promise<Embedded> {
  const native = nativeDirectory(place.home, place.identity)
  await createCluster(place, native, !flags.some((flag) => /^fsync=(off|false|0|no)$/.test(flag)))
  let server = await adoptOrStart(place, native, flags, log)
  const { port } = server
  writeState(place.home, server)

  let stopped: Promise<void> | undefined
  const watch = supervise(
    () => server,
    async () => {
      await clearRemains(place.data)
      server = await launch(place, native, port, flags)
      writeState(place.home, server)
    },
    log,
  )
  const forget = onExit(() => !stopped && signal(server.pid, 'SIGINT'))
  const stop = async () => {
    await watch.stop()
    await shutDown(server.pid)
    rmSync(stateFile(place.home), { force: true })
    forget()
    lease.release()
  }
  return {
    url: urlOf(place.home, port),
    owned: true,
    home: place.home,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

async function adoptOrStart(
  place: Place,
  native: string,
  flags: string[],
  log: (line: string) => void,
): Promise<Postmaster> {
  const last = readState(place.home)?.port
  // A server found on its way up or down is waited for: only a ready one can be taken over.
  await eventually(() => ['ready', undefined].includes(readPostmaster(place.data)?.status), 60_000)
  const running = readPostmaster(place.data)
  if (running?.status === 'ready') {
    log(`took over the embedded database of a process that died (port ${running.port})`)
    return running
  }
  await clearRemains(place.data)
  // The last port first, so that a restart keeps its address; another one when somebody has taken it.
  for (const port of last ? [last] : []) {
    try {
      return await launch(place, native, port, flags)
    } catch {
      log(`port ${port} was not to be had`)
    }
  }
  return launch(place, native, await freePort(), flags)
}

/** Watches the server and starts it again when it dies, at once the first time, then ever more slowly. */
function supervise(current: () => Postmaster, restart: () => Promise<void>, log: (line: string) => void) {
  let stopping = false
  let busy: Promise<void> | undefined
  let failures = 0
  const timer = setInterval(() => {
    if (busy || stopping || isAlive(current().pid)) return
    busy = revive().finally(() => {
      busy = undefined
    })
  }, WATCH_MS)
  timer.unref()

  async function revive() {
    log('the embedded database died; starting it again')
    while (!stopping) {
      try {
        await restart()
        failures = 0
        return log('the embedded database serves again')
      } catch (error) {
        failures += 1
        log(`the embedded database did not start again (${failures}): ${(error as Error).message}`)
        await eventually(() => stopping, Math.min(250 * 2 ** failures, 10_000))
      }
    }
  }

  return {
    async stop() {
      stopping = true
      clearInterval(timer)
      await busy
    },
  }
}

/** Runs when the process ends by itself, and when a signal ends it that nobody else listens for. */
function onExit(end: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const onSignal = (name: NodeJS.Signals) => {
    if (process.listenerCount(name) > 1) return // They shut down in their own order, and call stop().
    end()
    forget()
    process.kill(process.pid, name)
  }
  const forget = () => {
    process.off('exit', end)
    for (const name of signals) process.off(name, onSignal)
  }
  process.on('exit', end)
  // First in line, so that a listener registered with `once` is still counted.
  for (const name of signals) process.prependListener(name, onSignal)
  return forget
}

function urlOf(home: string, port: number): string {
  return `postgres://innspill:${readFileSync(passwordFile(home), 'utf8')}@127.0.0.1:${port}/innspill`
}

function stateFile(home: string): string {
  return path.join(home, 'state.json')
}

function readState(home: string): State | undefined {
  try {
    return JSON.parse(readFileSync(stateFile(home), 'utf8')) as State
  } catch {
    return undefined
  }
}

function writeState(home: string, { port, pid }: Postmaster): void {
  const state: State = { port, postmasterPid: pid, ownerPid: process.pid, passwordFile: passwordFile(home) }
  writeFileSync(`${stateFile(home)}.new`, JSON.stringify(state), { mode: 0o600 })
  renameSync(`${stateFile(home)}.new`, stateFile(home))
}
