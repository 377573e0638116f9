import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { v7 } from 'uuid'
import { type Refused, refuse } from '../refusal.ts'

/** A file that has come in: where it stands, and the sum and size of what came. Discard it whatever became of it. */
export type ReceivedFile = {
  name: string
  path: string
  sha256: string
  size: number
  discard(): Promise<void>
}

/**
 * Writes what comes to a folder piece by piece, adding it up on the way, so that a file of any size takes the memory of
 * one piece. Of a file that is too large the rest is let pass unwritten: who sends it can then be answered.
 */
export async function receiveFile(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  { folder, largest }: { folder: string; largest: number },
): Promise<ReceivedFile | Refused<'file-too-large'>> {
  await mkdir(folder, { recursive: true })
  const place = path.join(folder, v7())
  const discard = () => rm(place, { force: true })
  const sum = createHash('sha256')
  let size = 0
  const counted = async function* () {
    for await (const piece of pieces) {
      size += piece.byteLength
      if (size > largest) continue
      sum.update(piece)
      yield piece
    }
  }
  try {
    // Flushed: what is acknowledged afterwards is on disk.
    await pipeline(counted(), createWriteStream(place, { flags: 'wx', flush: true }))
  } catch (error) {
    await discard()
    throw error
  }
  if (size > largest) {
    await discard()
    return refuse('file-too-large')
  }
  return { name, path: place, sha256: sum.digest('hex'), size, discard }
}
