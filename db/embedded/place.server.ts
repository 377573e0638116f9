import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** Whom the server runs as. Empty when it runs as ourselves. */
export type Identity = { uid?: number; gid?: number }

/** Where one cluster lives: `home` holds data, password, state and log. */
export type Place = { home: string; data: string; identity: Identity }

/** "nobody" exists on every Linux; Postgres refuses to run as root. */
const NOBODY = { uid: 65534, gid: 65534 }

/** The place of a cluster. As root under a closed directory it is moved to where the server can reach it. */
export function placeOf(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const asked = realpathSync(dataDir)
  refuseForeign(asked)
  const identity = identityFor(path.join(asked, 'data'))
  const home = canEnter(asked, identity) ? asked : ownDirectory(asked)
  chmodSync(home, isRoot() ? 0o711 : 0o700)
  return { home, data: path.join(home, 'data'), identity: identityFor(path.join(home, 'data')) }
}

/** A directory of our own outside the checkout, readable for the server and writable for root alone. */
export function ownDirectory(key: string): string {
  const name = `innspill-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
  // /var/lib before /var/tmp: nobody else can write there, and nothing sweeps it.
  const errors: string[] = []
  for (const parent of ['/var/lib', '/var/tmp']) {
    const directory = path.join(parent, name)
    try {
      mkdirSync(directory, { mode: 0o711 })
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') {
        errors.push(message)
        continue
      }
    }
    const found = lstatSync(directory)
    if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) {
      chmodSync(directory, 0o711)
      return directory
    }
    errors.push(`${directory} exists and is not safely ours`)
  }
  throw new Error(`No place for the embedded database: ${errors.join('; ')}`)
}

/** Whether whoever runs the server can enter the directory. Asked by trying, so that access lists count too. */
export function canEnter(directory: string, identity: Identity): boolean {
  if (identity.uid === undefined) return true
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...identity, cwd: '/' })
  if (tried.error) throw new Error(`Cannot start a process as uid ${identity.uid}: ${tried.error.message}`)
  return tried.status === 0
}

/** Whether we are root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

function refuseForeign(directory: string): void {
  const { uid } = statSync(directory)
  if (isRoot() || process.getuid === undefined || uid === process.getuid()) return
  throw new Error(`${directory} belongs to another user (uid ${uid}): start as that user, or remove it`)
}

/** As root: whoever owns the data already, else nobody. */
function identityFor(data: string): Identity {
  if (!isRoot()) return {}
  if (!existsSync(data)) return NOBODY
  const { uid, gid } = statSync(data)
  return uid === 0 ? NOBODY : { uid, gid }
}
