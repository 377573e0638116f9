import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#app/commands/migration.server.ts'
import { rememberDatabase } from '#app/platform/config.server.ts'
import { closeDatabase } from '#app/platform/database.server.ts'
import { isAlive, servesFrom, signal } from '#db/embedded/process.server.ts'
import { type Embedded, startEmbedded } from '#db/embedded.server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the URL of the run's database, and starts it when it is first asked for. */
    databaseDoor: string
  }
}

/** The tests lose nothing in a power cut, so the server need not wait for the disk. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((s) => ['-c', s])

const PREFIX = 'innspill-test-'

/** One Postgres for the whole run, started by the first test that needs it: pure tests pay nothing. */
export default async function setup(project: TestProject) {
  clearKilledRuns()
  const directory = mkdtempSync(path.join(tmpdir(), PREFIX))
  chmodSync(directory, 0o711)
  let embedded: Promise<Embedded> | undefined
  const start = async () => {
    const server = await startEmbedded({ dataDir: path.join(directory, 'postgres'), flags: HASTY })
    rememberDatabase(server.url)
    await migrate()
    await closeDatabase()
    return server
  }

  const word = randomBytes(16).toString('hex')
  const door = createServer(async (request, response) => {
    if (request.url !== `/${word}`) return response.writeHead(404).end()
    embedded ??= start()
    try {
      response.end((await embedded).url)
    } catch (error) {
      response.writeHead(500).end((error as Error).message)
    }
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  door.unref()
  project.provide('databaseDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}/${word}`)

  return async () => {
    door.close()
    const server = await embedded?.catch(() => undefined)
    await server?.stop()
    // As root under a closed TMPDIR the server lives elsewhere.
    for (const left of [directory, server?.home]) if (left) rmSync(left, { recursive: true, force: true })
  }
}

/** A run that was killed could not stop its server; the next run does it. */
function clearKilledRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(tmpdir(), name, 'postgres')
    try {
      const state = JSON.parse(readFileSync(path.join(home, 'state.json'), 'utf8'))
      if (isAlive(state.ownerPid)) continue
      if (servesFrom(state.postmasterPid, home)) signal(state.postmasterPid, 'SIGQUIT')
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5 })
    } catch {
      // Not started yet, or another user's: left alone.
    }
  }
}
