import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The right to start and stop one cluster. The kernel takes it back when its holder dies, however it dies. */
export type Lease = { release(): void }

/** Takes the lease of a cluster, or returns undefined while another live process holds it. */
export async function takeLease(home: string): Promise<Lease | undefined> {
  const address = addressOf(home)
  const server = (await listen(address)) ?? ((await isStale(address)) ? await listen(address) : undefined)
  if (!server) return undefined
  server.unref()
  return { release: () => void server.close() }
}

/** A listening socket is the lock: abstract on Linux and a pipe on Windows, so nothing lies about on disk. */
function addressOf(home: string): string {
  const name = `innspill-${createHash('sha256').update(home).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return path.join(tmpdir(), `${name}.lock`)
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => resolve(server))
  })
}

/** Only a socket file (neither Linux nor Windows) outlives its process: refused means nobody is there. */
function isStale(address: string): Promise<boolean> {
  if (!path.isAbsolute(address) || process.platform === 'win32') return Promise.resolve(false)
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy()
      resolve(false)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const stale = error.code === 'ECONNREFUSED'
      if (stale) rmSync(address, { force: true })
      resolve(stale)
    })
  })
}
