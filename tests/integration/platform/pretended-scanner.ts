import { type AddressInfo, createServer, type Socket } from 'node:net'

/**
 * A scanner that speaks clamd's INSTREAM and finds a word. `answer` makes it say something else, `silent` nothing.
 * Port 0: somewhere free.
 */
export async function pretendedScanner(word: string, port = 0) {
  const seen: Buffer[] = []
  const open = new Set<Socket>()
  const behaviour: { answer?: string; silent?: boolean } = {}
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    let held = Buffer.alloc(0)
    let begun = false
    const file: Buffer[] = []
    socket.on('data', (piece: Buffer) => {
      held = Buffer.concat([held, piece])
      if (!begun) {
        if (held.length < 10) return
        if (held.subarray(0, 10).toString('latin1') !== 'zINSTREAM\0') return socket.end('UNKNOWN COMMAND\0')
        held = held.subarray(10)
        begun = true
      }
      while (held.length >= 4) {
        const length = held.readUInt32BE(0)
        if (held.length < 4 + length) return
        file.push(held.subarray(4, 4 + length))
        held = held.subarray(4 + length)
        if (length > 0) continue
        const bytes = Buffer.concat(file)
        seen.push(bytes)
        if (behaviour.silent) return
        const found = bytes.includes(word) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0'
        return void socket.end(behaviour.answer ?? found)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    behaviour,
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
