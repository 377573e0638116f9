import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { majorVersion } from './binaries.server.ts'
import type { Identity, Place } from './place.server.ts'
import { eventually, isAlive, processesIn, servesFrom, signal } from './process.server.ts'

/** What a running server says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; status: string }

const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
const LOG_CAP = 2_000_000

/** Makes the cluster if there is none: Norwegian sort order, password for everybody, one ordinary role. */
export async function createCluster(place: Place, native: string, durable: boolean): Promise<void> {
  const { home, data, identity } = place
  if (existsSync(path.join(data, 'PG_VERSION'))) return refuseOtherVersion(data, native, identity)
  for (const name of readdirSync(home)) {
    if (name.startsWith('draft-')) rmSync(path.join(home, name), { recursive: true, force: true })
  }
  const draft = path.join(home, `draft-${randomBytes(6).toString('hex')}`)
  const handover = `${draft}.password`
  const password = randomBytes(24).toString('base64url')
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(handover, `${password}\n`, { mode: 0o600 })
  if (identity.uid !== undefined && identity.gid !== undefined) {
    chownSync(draft, identity.uid, identity.gid)
    chownSync(handover, identity.uid, identity.gid)
  }
  const options = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${handover}`, '-E', 'UTF8']
  const language = ['--locale-provider=icu', '--icu-locale=nb-NO', `--locale=${LOCALE}`, '--no-instructions']
  try {
    const init = ['-D', draft, ...options, ...language, ...(durable ? [] : ['--no-sync'])]
    await run(path.join(native, 'bin', 'initdb'), init, identity)
    const statements = [
      `create role innspill login createdb password '${password}'`,
      'create database innspill owner innspill',
    ]
    const single = ['--single', '-D', draft, ...(durable ? [] : ['-F']), 'postgres']
    await run(path.join(native, 'bin', 'postgres'), single, identity, `${statements.join('\n')}\n`)
    writeFileSync(passwordFile(home), password, { mode: 0o600 })
    renameSync(draft, data)
  } finally {
    rmSync(handover, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Starts the server and waits until it takes connections. */
export async function launch(
  place: Place,
  native: string,
  port: number,
  flags: string[],
): Promise<Postmaster> {
  const { data, identity } = place
  const log = openLog(place)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // The log must not repeat what people wrote: no statements, no values, only what the server itself does.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(port), ...args, ...flags],
    { ...identity, cwd: '/', env: environment(), stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  child.unref()
  const gone = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null
  const ready = () => {
    const found = readPostmaster(data)
    return found?.pid === child.pid && found?.status === 'ready'
  }
  // Recovery after a crash may take long; a server that lives is waited for.
  await eventually(() => gone() || ready(), 300_000)
  const found = readPostmaster(data)
  if (gone() || !found || !ready()) {
    throw new Error(`The embedded database did not start. ${failure?.message ?? lastWords(place)}`)
  }
  return found
}

/** The server that runs on this data directory, if one does. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port, status] = [Number(lines[0]), Number(lines[3]), (lines[7] ?? '').trim()]
    return servesFrom(pid, data) ? { pid, port, status } : undefined
  } catch {
    return undefined
  }
}

/** After a crash: ends what the dead server left behind, so that its memory and lock file are free again. */
export async function clearRemains(data: string): Promise<void> {
  if (readPostmaster(data)) return
  await eventually(() => processesIn(data).length === 0, 300)
  for (const pid of processesIn(data)) signal(pid, 'SIGKILL')
  await eventually(() => processesIn(data).length === 0, 5_000)
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

/** Stops the server: fast first (open transactions are rolled back), harder when that does not help. */
export async function shutDown(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]
  for (const [name, patience] of steps) {
    signal(pid, name)
    if (await eventually(() => !isAlive(pid), patience)) return
  }
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Where the password of a cluster is kept. */
export function passwordFile(home: string): string {
  return path.join(home, 'password')
}

function refuseOtherVersion(data: string, native: string, identity: Identity): void {
  const has = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  const runs = majorVersion(native, identity)
  if (has !== runs) throw new Error(`${data} was made by Postgres ${has}; the installed one is ${runs}`)
}

function openLog({ home, identity }: Place): number {
  const file = path.join(home, 'postgres.log')
  const full = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_CAP
  const log = openSync(file, full ? 'w' : 'a', 0o600)
  if (identity.uid !== undefined && identity.gid !== undefined) fchownSync(log, identity.uid, identity.gid)
  return log
}

function lastWords({ home }: Place): string {
  return readFileSync(path.join(home, 'postgres.log'), 'utf8').slice(-1500)
}

/** No more of our own environment than the server needs: it holds secrets of ours. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = process.env
  return { PATH, NODE_ENV, LC_ALL: LOCALE, TZ: 'UTC' }
}

function run(command: string, args: string[], identity: Identity, input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...identity, cwd: '/', env: environment(), detached: true })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
      })
    }
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(command)} ended with ${code}: ${said}`)),
    )
    child.stdin.end(input)
  })
}
