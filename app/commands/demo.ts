import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

// One command on a machine with only Node: builds when needed, then serves the demo with its own Postgres.
process.chdir(path.resolve(import.meta.dirname, '../..'))
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Innspill needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(1)
}

const newest = (place: string): number =>
  statSync(place).isDirectory()
    ? Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))))
    : statSync(place).mtimeMs

const built = 'build/server/index.js'
const sources = ['app', 'search', 'db/schema', 'db/seed', 'public', 'package-lock.json', 'vite.config.ts']
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest))) {
  console.log('Building the pages. This takes about half a minute the first time.')
  const build = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], {
    stdio: 'inherit',
  })
  if (build.status !== 0) process.exit(1)
}

process.env.NODE_ENV = 'production'
process.env.DEMO = '1'
console.log('Starting Postgres and loading the demo.')
await import('../server.ts')
