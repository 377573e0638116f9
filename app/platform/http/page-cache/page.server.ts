import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { outcomeOf } from './conditional.ts'
import { type Encoding, encodingFor } from './encoding.ts'
import type { PageKey } from './keys.ts'

type Header = readonly [name: string, value: string]

/** A page in one form: its bytes, its tag, and the headers it goes out with, as Node writes them soonest. */
type Form = { etag: string; body: Buffer; headers: string[]; unchanged: string[] }

/** How a reader came by a page (RFC 9211). */
export type Way = 'hit' | 'fwd=miss'

const smallestWorthPressing = 1_024
const pressed = /^(text\/|application\/(json|xml|atom\+xml|ld\+json)|image\/svg)/

const brotli = promisify(brotliCompress)
const squeeze = promisify(gzip)

/** A page drawn once and ready to be sent to anybody: as it is and compressed, outside the loop that serves. */
export class Page {
  readonly #forms: Record<Way, Partial<Record<Encoding, Form>>>

  private constructor(
    readonly status: number,
    forms: Record<Way, Partial<Record<Encoding, Form>>>,
    readonly bytes: number,
  ) {
    this.#forms = forms
  }

  /** What Remix answered, with the headers that everything of ours has, and what it is kept under if it may be kept. */
  static async of(response: Response, always: readonly Header[], keys: readonly PageKey[]): Promise<Page> {
    const body = Buffer.from(await response.arrayBuffer())
    const worth =
      body.length >= smallestWorthPressing && pressed.test(response.headers.get('content-type') ?? '')
    const bodies: [Encoding, Buffer][] = [['identity', body]]
    if (worth) bodies.push(...(await Promise.all([brotliOf(body), gzipOf(body)])))
    const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    const headers = headersOf(response, always, keys)
    const forms: Record<Way, Partial<Record<Encoding, Form>>> = { hit: {}, 'fwd=miss': {} }
    for (const way of ['hit', 'fwd=miss'] as const)
      for (const [encoding, bytes] of bodies)
        forms[way][encoding] = formOf(encoding, bytes, tag, [
          ...headers,
          ['Cache-Status', `innspill; ${way}`],
        ])
    const size = bodies.reduce((sum, [, bytes]) => sum + bytes.length, 0)
    return new Page(response.status, forms, size + overhead)
  }

  /** Sends the page, or the news that the reader has it. */
  send({ method, headers }: IncomingMessage, response: ServerResponse, way: Way): void {
    const forms = this.#forms[way]
    const form = forms[encodingOf(headers['accept-encoding'])] ?? forms.identity
    if (!form) throw new Error('A page has at least one form.')
    const outcome = this.status === 200 ? outcomeOf(headers, form.etag) : this.status
    if (outcome === 304) response.writeHead(304, form.unchanged).end()
    else if (outcome === 412) response.writeHead(412, form.unchanged).end()
    else if (method === 'HEAD') response.writeHead(outcome, form.headers).end()
    else response.writeHead(outcome, form.headers).end(form.body)
  }
}

// Browsers ask in few ways, and nearly always in the same.
const asked = new Map<string | undefined, Encoding>()
const mostAsked = 200

function encodingOf(accepted: string | undefined): Encoding {
  const known = asked.get(accepted)
  if (known) return known
  const encoding = encodingFor(accepted)
  if (asked.size < mostAsked) asked.set(accepted, encoding)
  return encoding
}

/** What the headers and the bookkeeping of a page take. */
const overhead = 8_192

// The middle of the scale: the best takes twenty times as long, and a page lives until the next change.
const brotliOf = async (body: Buffer): Promise<[Encoding, Buffer]> => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return ['br', await brotli(body, { params })]
}
const gzipOf = async (body: Buffer): Promise<[Encoding, Buffer]> => [
  'gzip',
  await squeeze(body, { level: 7 }),
]

function formOf(encoding: Encoding, body: Buffer, tag: string, headers: readonly Header[]): Form {
  const etag = encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`
  const all: Header[] = [...headers, ['ETag', etag], ['Content-Length', String(body.length)]]
  if (encoding !== 'identity') all.push(['Content-Encoding', encoding])
  // Of what the reader has, its content is not told of again.
  const unchanged = all.filter(([name]) => !/^content-/i.test(name))
  return { etag, body, headers: written(all), unchanged: written(unchanged) }
}

// In small letters, as Node looks them up.
const written = (headers: readonly Header[]) =>
  headers.flatMap(([name, value]) => [name.toLowerCase(), value])

const ours = new Set(['connection', 'content-length', 'transfer-encoding', 'etag', 'vary', 'surrogate-key'])

function headersOf(response: Response, always: readonly Header[], keys: readonly PageKey[]): Header[] {
  const said: Header[] = [...response.headers].filter(([name]) => !ours.has(name))
  const names = new Set(said.map(([name]) => name))
  const more: Header[] = always.filter(([name]) => !names.has(name.toLowerCase()))
  const varies = new Set(['Accept-Encoding', ...(response.headers.get('vary') ?? '').split(/\s*,\s*/)])
  varies.delete('')
  more.push(['Vary', [...varies].join(', ')])
  // What is purged as one: all there is, or a part of what a strategy shows.
  if (keys.length > 0) more.push(['Surrogate-Key', ['site', ...keys].join(' ')])
  return [...said, ...more]
}
