import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import { v7 } from 'uuid'
import { config } from '../config.server.ts'

/**
 * Where files are kept, each once under the SHA-256 of its bytes: `ab/cd/abcd…`. What is kept is never written over.
 * `incoming` is a folder of this computer where a file may stand while it comes in.
 */
export type FileStorage = {
  incoming: string
  /** Takes in a received file. Returns when it is safe on disk or with the service; the received one may be gone then. */
  keep(received: string, sha256: string): Promise<void>
  has(sha256: string): Promise<boolean>
  read(sha256: string): Promise<Readable>
  /** Lends a file as a file of this computer for as long as the work takes. */
  lend<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T>
}

const opened = new Map<string, FileStorage>()

/** The storage that is configured: a folder, or a service that speaks S3. */
export function fileStorage(): FileStorage {
  const { storageUrl, dataDir } = config()
  const known = opened.get(`${storageUrl} ${dataDir}`)
  if (known) return known
  const storage = storageUrl.startsWith('s3:')
    ? overS3(new URL(storageUrl), path.resolve(dataDir, 'incoming'))
    : inFolder(fileURLToPath(storageUrl))
  opened.set(`${storageUrl} ${dataDir}`, storage)
  return storage
}

function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

function inFolder(root: string): FileStorage {
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
  return {
    incoming: path.join(root, 'incoming'),
    // Moved in by one rename: a file under its sum is whole, or not there, whenever the power goes.
    async keep(received, sha256) {
      const place = path.join(root, keyOf(sha256))
      if (!(await disk.exists(keyOf(sha256)))) {
        await mkdir(path.dirname(place), { recursive: true })
        await rename(received, place)
      }
      for (let folder = path.dirname(place); folder.startsWith(root); folder = path.dirname(folder))
        await remembered(folder)
    },
    has: async (sha256) => disk.exists(keyOf(sha256)),
    async read(sha256) {
      const file = await disk.getStream(keyOf(sha256))
      // What cannot be opened is said here, to whoever asked: later nobody may be listening yet.
      await once(file, 'open')
      return file
    },
    async lend(sha256, work) {
      const place = path.join(root, keyOf(sha256))
      // A file that is not there now is no broken file: the disk may be away.
      await access(place)
      return work(place)
    },
  }
}

/** Makes the disk remember what a folder holds. */
async function remembered(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function overS3(url: URL, incoming: string): FileStorage {
  const asked = url.searchParams
  const endpoint = asked.get('endpoint') ?? undefined
  const disk = new Disk(
    new S3Driver({
      ...{ bucket: url.hostname, region: asked.get('region') ?? 'us-east-1', visibility: 'private' },
      // Other services than Amazon's know neither its access lists nor its newer sums, and name the bucket in the path.
      ...{ supportsACL: false, requestChecksumCalculation: 'WHEN_REQUIRED' },
      ...{ responseChecksumValidation: 'WHEN_REQUIRED', maxAttempts: 3 },
      ...(endpoint && { endpoint, forcePathStyle: true }),
    }),
  )
  const read = async (sha256: string) => disk.getStream(keyOf(sha256))
  return {
    incoming,
    async keep(received, sha256) {
      if (await disk.exists(keyOf(sha256))) return
      const { size } = await stat(received)
      const contentType = 'application/octet-stream'
      await disk.putStream(keyOf(sha256), createReadStream(received), { contentType, contentLength: size })
    },
    has: async (sha256) => disk.exists(keyOf(sha256)),
    read,
    async lend(sha256, work) {
      await mkdir(incoming, { recursive: true })
      const place = path.join(incoming, v7())
      const handle = await open(place, 'wx')
      try {
        await pipeline(await read(sha256), handle.createWriteStream())
        return await work(place)
      } finally {
        await rm(place, { force: true })
      }
    },
  }
}

const abandonedMs = 24 * 3_600_000

/** Clears away what was being received when a process was killed. Nothing that is kept lies there. */
export async function clearAbandoned(now: Date): Promise<void> {
  const { incoming } = fileStorage()
  const names = await readdir(incoming).catch(() => [])
  for (const name of names) {
    const place = path.join(incoming, name)
    const found = await stat(place).catch(() => null)
    if (found && now.getTime() - found.mtimeMs > abandonedMs) await rm(place, { force: true })
  }
}
