import type { IncomingMessage, RequestListener } from 'node:http'
import { Addresses, hostOf, type KeptRoute } from './addresses.ts'
import { follow, type Look } from './following.server.ts'
import { Clocks, Freshness } from './freshness.ts'
import type { KeptPage } from './keys.ts'
import { Page } from './page.server.ts'
import { Store, type Stored } from './store.server.ts'

/** What a page is drawn with: the moment it is drawn as of, and where its loader says under what it may be kept. */
export type Drawing = { drawnFrom: Date; kept?: KeptPage }

export type PageCacheSettings = {
  megabytes: number
  publicUrl: string | undefined
  filesUrl: string | undefined
  trustProxy: number
  routes: readonly KeptRoute[]
  /** What every response of ours carries. */
  headers: readonly (readonly [string, string])[]
  look: Look
  draw(request: Request, drawing: Drawing): Promise<Response>
  /** Everything else, and every page when nothing is known of changes. */
  pass: RequestListener
}

/** What a process has in memory, and what it answered with since it began. */
export type PagesKept = {
  pages: number
  bytes: number
  mostBytes: number
  /** Answered from memory, drawn, and drawing now. */
  hits: number
  drawn: number
  drawing: number
  /** How long ago the last look at what has changed began, in milliseconds. */
  lookedMs: number
}

/** Those who ask for a page that is being drawn get that one, if it was begun so shortly before. */
const joinedMs = 400

/** Without an origin of our own, pages are kept for each host they are asked at, and for no more hosts than these. */
const mostHosts = 8

/**
 * A listener that answers who asks for a public page, and is nobody, from memory, and hands everything else on. What it
 * shows is never older than a second: it follows what changes, and as soon as it cannot it shows nothing.
 */
export function pageCache(settings: PageCacheSettings): {
  listener: RequestListener
  stop(): void
  state(): PagesKept
} {
  const { publicUrl, filesUrl, pass } = settings
  const addresses = new Addresses(settings.routes)
  const [store, freshness, clocks] = [
    new Store(settings.megabytes * 1024 * 1024),
    new Freshness(),
    new Clocks(),
  ]
  const stop = follow(settings.look, freshness, clocks)
  const filesHost = filesUrl && new URL(filesUrl).host
  const own = publicUrl && new URL(publicUrl).origin
  const hosts = new Map<string, string>()
  const counted = { hits: 0, drawn: 0 }
  const drawn = new Map<string, { begunAt: number; page: Promise<Page | null> }>()

  /** The origin a page is drawn for; null where it depends on more than we look at. */
  function originOf({ headers }: IncomingMessage): string | null {
    if (filesHost !== undefined && headers.host === filesHost) return null
    if (own) return own
    if (settings.trustProxy > 0 && (headers['x-forwarded-host'] || headers['x-forwarded-proto'])) return null
    const host = headers.host ?? ''
    const known = hosts.get(host)
    if (known) return known
    if (hostOf(host) !== host || hosts.size >= mostHosts) return null
    hosts.set(host, `http://${host}`)
    return `http://${host}`
  }

  function counting(found: Stored): Stored {
    counted.hits++
    return found
  }

  function find(key: string): Stored | undefined {
    const stored = store.get(key)
    if (!stored || !freshness.isTrusted(performance.now())) return undefined
    if (freshness.isSince(stored.look, stored.keys) && !clocks.hasCome(stored.until, Date.now()))
      return counting(stored)
    store.delete(key)
    return undefined
  }

  async function draw(key: string): Promise<Page | null> {
    const { look } = freshness
    counted.drawn++
    const drawing: Drawing = { drawnFrom: clocks.earliest(Date.now()) }
    const response = await settings.draw(new Request(key), drawing)
    const caching = response.headers.get('cache-control') ?? 'no-store'
    // One that hangs on more than its address, which is all that was asked with here.
    if (/[^,\s]/.test((response.headers.get('vary') ?? '').replace(/accept-encoding/gi, ''))) return null
    // Somebody's own, or with a form of their own in it.
    if (response.headers.has('set-cookie') || /no-store|private/.test(caching)) {
      if (response.status === 200) return null
      response.headers.set('cache-control', 'no-store')
    }
    const { kept } = response.status === 200 ? drawing : {}
    const page = await Page.of(response, settings.headers, kept?.keys ?? [])
    const until = kept?.until.getTime() ?? 0
    if (kept && freshness.isSince(look, kept.keys) && !clocks.isNear(until, Date.now()))
      store.set(key, { page, keys: kept.keys, look, until })
    return page
  }

  /** The page as it is being drawn for somebody, or drawn now. */
  function drawnNow(key: string): Promise<Page | null> {
    const now = performance.now()
    const under = drawn.get(key)
    if (under && now - under.begunAt <= joinedMs) return under.page
    const page = draw(key)
    const mine = { begunAt: now, page }
    drawn.set(key, mine)
    const over = () => void (drawn.get(key) === mine && drawn.delete(key))
    page.then(over, over)
    return page
  }

  const listener: RequestListener = (request, response) => {
    const { url = '' } = request
    const origin = isNobody(request) && url.length <= longestUrl ? originOf(request) : null
    if (origin === null) return pass(request, response)
    const direct = find(origin + url)
    if (direct) return direct.page.send(request, response, 'hit')
    const address = addresses.normal(url)
    if (address === null) return pass(request, response)
    const key = origin + address
    const stored = address === url ? undefined : find(key)
    if (stored) return stored.page.send(request, response, 'hit')
    drawnNow(key).then(
      (page) => (page ? page.send(request, response, 'fwd=miss') : pass(request, response)),
      () => pass(request, response),
    )
  }
  const state = () => ({
    ...{ ...counted, pages: store.pages, bytes: store.bytes, mostBytes: settings.megabytes * 1024 * 1024 },
    ...{ drawing: drawn.size, lookedMs: freshness.age(performance.now()) },
  })
  return { listener, stop, state }
}

const longestUrl = 2_000

/** Whether a request asks to read, says nothing of who asks, and sends nothing along. */
function isNobody({ method, headers }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.cookie === undefined &&
    headers.authorization === undefined &&
    headers['transfer-encoding'] === undefined &&
    (headers['content-length'] ?? '0') === '0'
  )
}
