import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where the system keeps pgbench, which is not among npm's Postgres binaries; undefined when it has none. */
export function findPgbench(): string | undefined {
  const versions = '/usr/lib/postgresql'
  const places = existsSync(versions)
    ? readdirSync(versions).map((v) => path.join(versions, v, 'bin/pgbench'))
    : []
  return [...places, '/usr/bin/pgbench', '/usr/local/bin/pgbench'].find((place) => existsSync(place))
}

const scripts = mkdtempSync(path.join(tmpdir(), 'innspill-pgbench-'))

/** Transactions a second of an SQL script, prepared, from `clients` connections for `seconds`. */
export function pgbench(
  pgbench: string,
  url: string,
  script: string,
  clients: number,
  seconds: number,
): number {
  const file = path.join(scripts, 'script.sql')
  writeFileSync(file, script)
  const { username, password, hostname, port, pathname } = new URL(url)
  const args = ['-n', '-M', 'prepared', '-f', file, '-c', String(clients), '-j', String(Math.min(2, clients))]
  const out = execFileSync(
    pgbench,
    [...args, '-T', String(seconds), '-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
    {
      env: { ...process.env, PGPASSWORD: decodeURIComponent(password) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const tps = /tps = ([\d.]+)/.exec(out)?.[1]
  if (!tps) throw new Error(`pgbench said nothing of tps:\n${out}`)
  return Number(tps)
}
