import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service that speaks as much S3 as storing takes: an object put, asked about, fetched. Remembers what it was asked. */
export async function pretendedS3() {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  let down = false
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const key = new URL(url, 'http://s3').pathname
    asked.push(`${method} ${key}`)
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    if (down) return response.writeHead(503).end()
    if (!headers.authorization?.includes('AKIAEXAMPLE')) return response.writeHead(403).end()
    if (method === 'PUT') {
      objects.set(key, Buffer.concat(pieces))
      return response.writeHead(200, { ETag: '"x"' }).end()
    }
    const found = objects.get(key)
    if (!found) return response.writeHead(404).end()
    response.writeHead(200, {
      'Content-Length': found.length,
      ETag: '"x"',
      'Last-Modified': new Date().toUTCString(),
    })
    response.end(method === 'HEAD' ? undefined : found)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `s3://innspill-filer?${new URLSearchParams({ endpoint, region: 'eu-north-1' })}`,
    objects,
    asked,
    fail(now: boolean) {
      down = now
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
