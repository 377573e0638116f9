import { Agent, request } from 'node:http'
import { v7 } from 'uuid'
import { pause } from '#db/embedded/process.server.ts'
import type { Sender } from './senders.ts'
import type { Sending } from './verdict.ts'

/** How the clients behave. `cut` is the share of answers whose connection breaks before they are read. */
export type Manners = { clients: number; cut: number; freshKeys?: boolean; random: () => number }

/** What the clients did and heard. A silent answer is an error without a sentence for whoever reads it. */
export type Diary = {
  sendings: Sending[]
  answers: Record<string, number>
  silent: string[]
  slowestMs: number
  /** When the first request was begun after this moment that was acknowledged, and how long after. */
  acknowledgedAfter(moment: number): number | undefined
}

// Longer than the server lets a transaction try, so that it is the server that gives up first.
const PATIENCE_MS = 20_000

/** People who submit again and again, and who try again when they hear nothing or an error. */
export function startClients(origin: string, senders: Sender[], manners: Manners) {
  const { random } = manners
  const agent = new Agent({ keepAlive: true })
  const acknowledged: { begun: number; heard: number }[] = []
  const diary: Diary = {
    sendings: [],
    answers: {},
    silent: [],
    slowestMs: 0,
    acknowledgedAfter(moment) {
      const later = acknowledged.filter(({ begun }) => begun > moment).map(({ heard }) => heard)
      return later.length > 0 ? Math.min(...later) - moment : undefined
    },
  }
  let running = true
  let patienceEnds = Number.POSITIVE_INFINITY

  async function send(sender: Sender) {
    const sending: Sending = { inputId: sender.inputId, keys: [v7()] }
    diary.sendings.push(sending)
    while (Date.now() < patienceEnds) {
      const begun = Date.now()
      const heard = await post(sending.keys.at(-1) ?? '', sender)
      diary.slowestMs = Math.max(diary.slowestMs, Date.now() - begun)
      diary.answers[heard.said] = (diary.answers[heard.said] ?? 0) + 1
      if (heard.receipt) {
        sending.receipt = heard.receipt
        acknowledged.push({ begun, heard: Date.now() })
        return
      }
      await pause(100 + 200 * random())
      if (manners.freshKeys) sending.keys.push(v7())
    }
  }

  function post(key: string, { cookie, page }: Sender): Promise<{ said: string; receipt?: string }> {
    const cutsThis = random() < manners.cut
    return new Promise((resolve) => {
      const form = new URLSearchParams({ key }).toString()
      const headers = {
        cookie,
        origin,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(form),
      }
      const asked = request(`${origin}${page}/submission`, { method: 'POST', agent, headers })
      asked.setTimeout(PATIENCE_MS, () => {
        resolve({ said: 'no answer' })
        asked.destroy()
      })
      asked.once('error', () => resolve({ said: 'broken off' }))
      asked.once('response', async (response) => {
        if (cutsThis) {
          // It was done, and nobody heard: the answer is on its way when the line goes.
          resolve({ said: 'cut' })
          return asked.destroy()
        }
        const body = await text(response)
        const status = response.statusCode ?? 0
        const to = response.headers.location ?? ''
        if (/\/receipt(\?|$)/.test(to)) return resolve({ said: 'receipt', receipt: to })
        if (!/<h1[^>]*>[^<]/.test(body)) diary.silent.push(`${status} ${to} ${body.slice(0, 200)}`)
        resolve({ said: String(status) })
      })
      asked.end(form)
    })
  }

  async function text(stream: AsyncIterable<Buffer>) {
    let read = ''
    try {
      for await (const chunk of stream) read += chunk
    } catch {
      // Broken off while it was read: what came is judged like any other answer.
    }
    return read
  }

  const all = Promise.all(
    Array.from({ length: manners.clients }, async () => {
      while (running) {
        const sender = senders[Math.floor(random() * senders.length)]
        if (!sender) throw new Error('There are no senders')
        await send(sender)
        await pause(60 * random())
      }
    }),
  )

  return {
    diary,
    /** Lets everybody finish what they have begun. */
    async stop() {
      running = false
      patienceEnds = Date.now() + PATIENCE_MS
      await all
      agent.destroy()
      return diary
    },
  }
}
