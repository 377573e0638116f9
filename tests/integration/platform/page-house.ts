import { createServer, type IncomingHttpHeaders, type RequestListener, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach } from 'vitest'
import type { Looked } from '#app/platform/http/page-cache/following.server.ts'
import type { Gone } from '#app/platform/http/page-cache/keys.ts'
import { type Drawing, pageCache } from '#app/platform/http/page-cache/page-cache.server.ts'

export const tomorrow = () => new Date(Date.now() + 86_400_000)
export const words = 'Vi vil at barn og unge skal eie sine egne data. '.repeat(200)

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }
type Asked = { path: string; headers?: Record<string, string>; method?: string }

/** A house of our own: what its pages say, what is said to have changed, and how often a page was drawn. */
class House {
  drawn: string[] = []
  passed: string[] = []
  gone: Gone = []
  looksFail = false
  lookTakes = 0
  say = (request: Request, drawing: Drawing): Response | Promise<Response> => {
    drawing.kept = { keys: ['a:texts'], until: tomorrow() }
    return page(`${words} ${request.url} ${this.drawn.length}`)
  }
  #server: Server
  #stop: () => void
  state: ReturnType<typeof pageCache>['state']

  constructor(settings: Partial<Parameters<typeof pageCache>[0]> = {}) {
    const pass: RequestListener = (request, response) => {
      this.passed.push(request.url ?? '')
      response.end('passed on')
    }
    const cache = pageCache({
      ...{ megabytes: 4, publicUrl: undefined, filesUrl: undefined, trustProxy: 0, pass },
      routes: [
        { path: '', reads: [] },
        { path: 'list', reads: ['kind', 'page'] },
        { path: 'pages/:page', reads: [] },
      ],
      headers: [['X-Content-Type-Options', 'nosniff']],
      look: () => this.#look(),
      draw: async (request, drawing) => {
        this.drawn.push(request.url)
        return this.say(request, drawing)
      },
      ...settings,
    })
    this.#stop = cache.stop
    this.state = cache.state
    this.#server = createServer(cache.listener).listen(0)
    houses.push(this)
  }

  async #look(): Promise<Looked> {
    await pause(this.lookTakes)
    if (this.looksFail) throw new Error('The database is gone.')
    const gone = this.gone
    this.gone = []
    return { snapshot: '1:1:', now: Date.now(), gone }
  }

  ask({ path, headers = {}, method = 'GET' }: Asked): Promise<Answer> {
    const { port } = this.#server.address() as AddressInfo
    return new Promise((resolve, reject) => {
      const asking = request(
        { port, path, method, headers: { host: 'innspill.test', ...headers } },
        (answer) => {
          const pieces: Buffer[] = []
          answer.on('data', (piece) => pieces.push(piece))
          answer.on('end', () => {
            const body = Buffer.concat(pieces)
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, text: body.toString() })
          })
        },
      )
      asking.on('error', reject).end()
    })
  }

  async way(asked: Asked): Promise<string> {
    const { headers } = await this.ask(asked)
    return String(headers['cache-status'] ?? 'passed').replace('innspill; ', '')
  }

  close() {
    this.#stop()
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

/** A page that anybody may keep. */
export const page = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public', ...headers },
  })

const houses: House[] = []
afterEach(() => {
  for (const house of houses.splice(0)) house.close()
})

/** A house that has looked what changed, and so may keep pages. */
export async function opened(settings?: ConstructorParameters<typeof House>[0]) {
  const house = new House(settings)
  await pause(20)
  return house
}
