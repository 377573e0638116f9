import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { onTestFinished } from 'vitest'

/** One request and what the server answered. Nothing of where the server is or by which key. */
export type Exchange = {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
  readonly answer: unknown
}

/** Where to connect, and a last look: fails if something was asked otherwise than recorded, or not asked at all. */
export type Played = { readonly url: string; readonly apiKey: string; finish(): void }

const { RECORD, MEILI_URL = '', MEILI_API_KEY = '' } = process.env
const nowhere = 'http://recorded.invalid'

/**
 * A server that answers as a real one was once recorded to, in the same order; with RECORD=1 the real one, while it is
 * recorded. Only requests to it go this way. `indexes` are those the scenario makes, removed first when recording.
 */
export async function playedServer(name: string, indexes: readonly string[]): Promise<Played> {
  const file = path.join(import.meta.dirname, 'recordings', `${name}.json`)
  return RECORD ? recording(file, indexes) : replaying(file)
}

async function recording(file: string, indexes: readonly string[]): Promise<Played> {
  const exchanges: Exchange[] = []
  const same = stable()
  const real = globalThis.fetch
  await removed(indexes)
  intercept(MEILI_URL, async ({ method, body, path }, init) => {
    const response = await real(MEILI_URL + path, init)
    const text = await response.text()
    const asked = { method, path: same.path(path), body: same.value(body) }
    const answer = text === '' ? null : same.value(JSON.parse(text))
    const exchange = { ...asked, status: response.status, answer }
    if (!isUnfinished(exchange)) exchanges.push(exchange)
    return new Response(text === '' ? null : text, { status: response.status })
  })
  return {
    url: MEILI_URL,
    apiKey: MEILI_API_KEY,
    finish: () => writeFileSync(file, `${JSON.stringify(exchanges, null, 2)}\n`),
  }
}

function replaying(file: string): Played {
  const exchanges = JSON.parse(readFileSync(file, 'utf8')) as Exchange[]
  let next = 0
  let wrong: string | undefined
  intercept(nowhere, async (asked) => {
    const { status, answer, ...expected } = exchanges[next++] ?? { status: 0, answer: null }
    if (!isDeepStrictEqual(expected, asked)) {
      wrong ??= `Request ${next} is not the one recorded.\nrecorded: ${JSON.stringify(expected)}\nasked:    ${JSON.stringify(asked)}`
      throw new Error(wrong)
    }
    return new Response(answer === null ? null : JSON.stringify(answer), { status })
  })
  return {
    url: nowhere,
    apiKey: 'recorded',
    finish() {
      if (wrong) throw new Error(wrong)
      if (next < exchanges.length) throw new Error(`Only ${next} of ${exchanges.length} requests were made.`)
    },
  }
}

type Asked = Pick<Exchange, 'method' | 'path' | 'body'>

function intercept(base: string, answer: (asked: Asked, init?: RequestInit) => Promise<Response>): void {
  const real = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.startsWith(base)) return real(input, init)
    const { pathname, search } = new URL(url)
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : null
    return answer({ method: init?.method ?? 'GET', path: pathname + search, body }, init)
  }
  onTestFinished(() => {
    globalThis.fetch = real
  })
}

async function removed(indexes: readonly string[]): Promise<void> {
  const headers = { Authorization: `Bearer ${MEILI_API_KEY}` }
  const unfinished = `${MEILI_URL}/tasks?indexUids=${indexes}&statuses=enqueued,processing`
  for (const uid of indexes) await fetch(`${MEILI_URL}/indexes/${uid}`, { method: 'DELETE', headers })
  for (;;) {
    const { total } = await (await fetch(unfinished, { headers })).json()
    if (total === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

// Asking again until a task is done happens as often as it takes; only the last answer is kept.
function isUnfinished({ method, answer }: Exchange): boolean {
  if (method !== 'GET' || typeof answer !== 'object' || answer === null) return false
  const tasks = 'results' in answer && Array.isArray(answer.results) ? answer.results : [answer]
  return tasks.some(({ status }) => status === 'enqueued' || status === 'processing')
}

const always: Record<string, unknown> = {
  enqueuedAt: '2030-01-01T00:00:00Z',
  startedAt: '2030-01-01T00:00:00Z',
  finishedAt: '2030-01-01T00:00:00Z',
  createdAt: '2030-01-01T00:00:00Z',
  updatedAt: '2030-01-01T00:00:00Z',
  duration: 'PT0.01S',
  processingTimeMs: 1,
  requestUid: '00000000-0000-7000-8000-000000000000',
  batchUid: 1,
}

/** Makes what differs from one run to the next the same: numbers of tasks, moments and durations. */
function stable() {
  const numbers = new Map<string, number>()
  const numbered = (number: string) => {
    const known = numbers.get(number) ?? numbers.size + 1
    numbers.set(number, known)
    return known
  }
  function value(inner: unknown): unknown {
    if (Array.isArray(inner)) return inner.map(value)
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, stableOf(key, one)]))
  }
  function stableOf(key: string, inner: unknown): unknown {
    if (typeof inner === 'number' && (key === 'taskUid' || key === 'uid')) return numbered(String(inner))
    return inner !== null && key in always ? always[key] : value(inner)
  }
  const path = (asked: string) =>
    asked.replace(/(?<=tasks\/|[?&]uids=)\d+((,|%2C)\d+)*/g, (found) =>
      found.split(/,|%2C/).map(numbered).join('%2C'),
    )
  return { value, path }
}
