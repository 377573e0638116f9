import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** What somebody was answered. */
export type Answered = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Asks over connections that are kept open, as browsers and proxies do. */
export function asking(connections = 64) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> =>
    new Promise((resolve, reject) => {
      // As it is written: a URL would be tidied up on the way.
      const [, host, port, path] = /^http:\/\/([^:/]+):(\d+)(.*)$/s.exec(url) ?? []
      const sent = request({ host, port, path, agent, headers, method }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
        )
      })
      // A connection that the server closed just as it was used again: browsers ask anew, too.
      sent.on('error', (error: NodeJS.ErrnoException) =>
        sent.reusedSocket && error.code === 'ECONNRESET'
          ? ask(url, headers, method).then(resolve, reject)
          : reject(error),
      )
      sent.end()
    })
  return { ask, end: () => agent.destroy() }
}
