import { execFileSync, fork } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pause, processesIn, signal } from '#db/embedded/process.server.ts'
import { type Embedded, startEmbedded } from '#db/embedded.server.ts'
import { cleanUp, postmasterOf, temporaryDirectory } from './holder.ts'

type Report = { uncaught: string[]; committed: number; refused: number; unsettled: number; healed: boolean }

const KILLS = 6
const root = path.resolve(import.meta.dirname, '../../..')
const patch = readFileSync(path.join(root, 'db/patches/postgres+3.4.9.patch'), 'utf8')
let embedded: Embedded
let patched: Report
let published: Report

beforeAll(async () => {
  embedded = await startEmbedded({
    dataDir: path.join(temporaryDirectory(), 'pg'),
    flags: ['-c', 'fsync=off'],
  })
  const sql = postgres(embedded.url, { max: 1 })
  await sql`create table crash (id bigserial primary key, client int, note text)`
  await sql.end()
  // Both drivers meet the same deaths, so that one is the other's control.
  const drivers = [path.join(root, 'node_modules/postgres'), withoutPatch()].map(startClients)
  await Promise.all(drivers.map((driver) => driver.running))
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(900)
    for (const pid of serverProcesses()) signal(pid, 'SIGKILL')
  }
  await pause(1_500)
  const reports = await Promise.all(drivers.map((driver) => driver.stop()))
  ;[patched, published] = reports as [Report, Report]
  console.info(
    `patched ${JSON.stringify(patched)}\npublished ${JSON.stringify({ ...published, uncaught: published.uncaught.length })}`,
  )
}, 60_000)

afterAll(async () => {
  await embedded.stop()
  await cleanUp()
})

test('a database that dies never ends the process that uses it', () => {
  expect(patched.uncaught).toEqual([])
  expect(patched.committed).toBeGreaterThan(100)
  expect(patched.refused).toBeGreaterThan(0)
})

test('every place in the pool serves again after the database died', () => {
  expect(patched.healed).toBe(true)
})

test('the driver as published fails the same trial', () => {
  expect(published.uncaught.join()).toContain('TypeError')
})

test('both builds of the installed driver hold every line of the patch', () => {
  const files = patch.split(/^diff --git /m).slice(1)
  expect(files).toHaveLength(4)
  for (const file of files) {
    const installed = readFileSync(path.join(root, /^\+\+\+ b\/(.+)$/m.exec(file)?.[1] ?? ''), 'utf8')
    for (const [, line] of file.matchAll(/^\+(?!\+\+)(.+)$/gm)) expect(installed).toContain(line)
  }
})

function startClients(driver: string) {
  const script = path.join(import.meta.dirname, 'children/crash-clients.ts')
  const child = fork(script, [path.join(driver, 'src/index.js'), embedded.url], {
    execArgv: ['--import', 'tsx'],
  })
  let report: Report | undefined
  const running = new Promise<void>((resolve, reject) => {
    child.on('message', (message: 'running' | Report) => {
      if (message === 'running') resolve()
      else report = message
    })
    child.once('exit', () => reject(new Error('The clients ended before they began')))
  })
  const stop = () =>
    new Promise<Report>((resolve, reject) => {
      child.once('exit', (code) =>
        report ? resolve(report) : reject(new Error(`No report; ended with ${code}`)),
      )
      child.kill('SIGTERM')
    })
  return { running, stop }
}

/** A copy of the driver with the patch taken out again. */
function withoutPatch(): string {
  const directory = temporaryDirectory()
  mkdirSync(path.join(directory, 'node_modules'))
  for (const name of ['package.json', 'db/patches', 'node_modules/postgres']) {
    cpSync(realpathSync(path.join(root, name)), path.join(directory, name), { recursive: true })
  }
  const tool = path.join(root, 'node_modules/patch-package/index.js')
  execFileSync(process.execPath, [tool, '--reverse', '--patch-dir', 'db/patches'], {
    cwd: directory,
    stdio: 'pipe',
  })
  return path.join(directory, 'node_modules/postgres')
}

function serverProcesses(): number[] {
  return [postmasterOf(embedded.home), ...processesIn(path.join(embedded.home, 'data'))]
}
