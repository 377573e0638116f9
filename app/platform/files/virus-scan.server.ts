import { connect } from 'node:net'
import type { Readable } from 'node:stream'

/** The scanner did not answer, or not with a verdict: the file is neither clean nor infected yet. */
export class ScannerSilent extends Error {
  override name = 'ScannerSilent'
}

const patienceMs = 60_000

/**
 * Asks ClamAV's daemon about a file (clamd(8), INSTREAM: pieces with their length before them, and an empty one last).
 * Throws ScannerSilent when there is no verdict.
 */
export async function scanForViruses(
  scanner: string,
  file: Readable,
  { waitMs = patienceMs } = {},
): Promise<'clean' | 'infected'> {
  const { hostname, port } = new URL(scanner)
  const socket = connect({ host: hostname, port: Number(port || 3310) })
  socket.setTimeout(waitMs, () => socket.destroy(new ScannerSilent('no answer in time')))
  let said = ''
  const verdict = new Promise<string>((resolve, reject) => {
    socket.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(0, 10_000)
      if (said.includes('\0')) resolve(said)
    })
    socket.once('error', (cause) => reject(new ScannerSilent('not reached', { cause })))
    socket.once('close', () => reject(new ScannerSilent('hung up')))
  })
  // Both are waited for below; until then nobody hears of it when they fail.
  verdict.catch(() => undefined)
  file.on('error', () => undefined)
  try {
    await send(Buffer.from('zINSTREAM\0'))
    for await (const piece of file as AsyncIterable<Buffer>) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      await send(Buffer.concat([length, piece]))
    }
    await send(Buffer.alloc(4))
    const answer = (await verdict).split('\0')[0] ?? ''
    if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
    if (answer === 'stream: OK') return 'clean'
    throw new ScannerSilent('no verdict')
  } finally {
    file.destroy()
    socket.destroy()
  }

  /** One piece at a time: a scanner that reads slowly is waited for. */
  function send(bytes: Buffer): Promise<unknown> {
    const sent = new Promise<void>((resolve) => socket.write(bytes, () => resolve()))
    return Promise.race([sent, verdict])
  }
}
