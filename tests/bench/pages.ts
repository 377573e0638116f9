import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Database } from '#db/client.server.ts'
import { keptPages } from '#tests/factories/kept-pages.ts'
import { serve } from '#tests/setup/served.ts'
import { sideBySide } from './measure.ts'
import { type Answered, asking } from './readers.ts'

const rounds = 5
const ms = 1_500
const connections = 16

const missing = { T1: null, T2: null, T3: null, T14: null, T15: null, T16: null }

/** What serving a public page costs beside the least it can cost, and what it weighs beside its text. */
export async function measurePages(db: Database, databaseUrl: string) {
  if (!existsSync(path.resolve('build/server/index.js')))
    return { report: missing, notes: { T1: 'there is no build: npm run build first' } }
  const pages = await keptPages(db)
  const at = pages['nb/public/document']?.[0]?.at ?? '/'
  const env = { DATABASE_URL: databaseUrl, WORKER: 'off', DEMO: '1' }
  const [kept, drawn] = [await serve(env), await serve({ ...env, PAGE_CACHE_MB: '0' })]
  const { ask, end } = asking()
  try {
    const weights = await weigh(kept.origin, Object.values(pages).flat(), ask)
    const compressed = { 'accept-encoding': 'br' }
    await ask(kept.origin + at)
    const [plain, small] = [await ask(kept.origin + at), await ask(kept.origin + at, compressed)]
    const bare = await bareServer({ '/plain': plain, '/small': small })
    const unchanged = { ...compressed, 'if-none-match': String(small.headers.etag) }
    const speed = await sideBySide(rounds, {
      kept: () => perProcessorSecond(kept, at, compressed),
      bare: () => perProcessorSecond(bare, '/small', compressed),
      unchanged: () => perProcessorSecond(kept, at, unchanged),
      keptPlain: () => perProcessorSecond(kept, at, {}),
      barePlain: () => perProcessorSecond(bare, '/plain', {}),
      drawnPlain: () => perProcessorSecond(drawn, at, {}),
      drawn: () => perProcessorSecond(drawn, at, compressed),
    })
    bare.stop()
    const shown = Object.entries(speed).map(([name, value]) => `${name} ${value.toFixed(0)}`)
    console.log(`requests per processor second of ${at}: ${shown.join(', ')}`)
    return {
      report: {
        ...{ T1: ratio(speed.kept, speed.bare), T1plain: ratio(speed.keptPlain, speed.barePlain) },
        ...{ T2: ratio(speed.keptPlain, speed.drawnPlain), T2compressed: ratio(speed.kept, speed.drawn) },
        T3: ratio(speed.unchanged, speed.kept),
        ...weights.report,
      },
      notes: {
        T1: `brotli, ${small.body.length} bytes; T1plain: as it is, ${plain.body.length} bytes`,
        T2: 'both as they are; T2compressed: both as browsers get them',
        ...weights.notes,
        load: `the machine's load was ${loadavg()
          .map((load) => load.toFixed(1))
          .join(', ')} (1, 5 and 15 minutes)`,
      },
    }
  } finally {
    end()
    await Promise.all([kept.stop(), drawn.stop()])
  }
}

const ratio = (ours: number, theirs: number) => Math.round((ours / theirs) * 100) / 100

type Process = { origin: string; pid: number }

/** How many requests a process answers for each second of its own processor time, whatever else the machine does. */
async function perProcessorSecond({ origin, pid }: Process, at: string, headers: Record<string, string>) {
  const { hostname, port, host } = new URL(origin)
  const lines = [`GET ${at} HTTP/1.1`, `Host: ${host}`]
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  const sent = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  const sockets = await Promise.all(
    Array.from({ length: connections }, () => connected(Number(port), hostname)),
  )
  // Once before, so that nothing is drawn or compressed for the first time while it is measured.
  const length = await answerLength(sockets[0] as Socket, sent)
  const before = processorSeconds(pid)
  const until = performance.now() + ms
  const counts = await Promise.all(sockets.map((socket) => keepAsking(socket, sent, length, until)))
  const spent = processorSeconds(pid) - before
  for (const socket of sockets) socket.destroy()
  return counts.reduce((sum, count) => sum + count, 0) / spent
}

const connected = (port: number, host: string) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ port, host, noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })

/** How long an answer is, with its head: each answer to the same is as long. Of one sent in pieces the end is looked for. */
function answerLength(socket: Socket, sent: Buffer): Promise<number | null> {
  return new Promise((resolve) => {
    let text = ''
    const hear = (piece: Buffer) => {
      text += piece.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const said = /^content-length: (\d+)/im.exec(text.slice(0, head))
      const pieces = /^transfer-encoding: chunked/im.test(text.slice(0, head))
      const whole = pieces ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(said?.[1] ?? 0)
      if (!whole) return
      socket.off('data', hear)
      resolve(pieces ? null : text.length)
    }
    socket.on('data', hear)
    socket.write(sent)
  })
}

function keepAsking(socket: Socket, sent: Buffer, length: number | null, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let [done, got, end] = [0, 0, '']
    socket.on('error', reject)
    socket.on('data', (piece: Buffer) => {
      got += piece.length
      // The end of an answer in pieces may come in two.
      if (length === null) end = `${end}${piece.subarray(-7).toString('latin1')}`.slice(-7)
      const whole = length === null ? end === '\r\n0\r\n\r\n' : got >= length
      if (!whole) return
      done++
      got = 0
      end = ''
      if (performance.now() < until) socket.write(sent)
      else resolve(done)
    })
    socket.write(sent)
  })
}

/** The processor time of all threads of a process, in seconds; to the nanosecond where the system tells it. */
function processorSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const spent = threads.map(
    (thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0],
  )
  return spent.reduce((sum, one) => sum + Number(one), 0) / 1e9
}

const bareScript = `
const { readFileSync } = require('node:fs')
const answers = new Map(JSON.parse(readFileSync(process.argv[1], 'utf8')).map(([path, headers, body]) =>
  [path, { headers, body: Buffer.from(body, 'base64') }]))
require('node:http').createServer((request, response) => {
  const { headers, body } = answers.get(request.url)
  response.writeHead(200, headers).end(body)
}).listen(0, function () { console.log(this.address().port) })`

/** Node's own server and nothing else, which sends the same bytes under the same headers. */
async function bareServer(answers: Record<string, Answered>) {
  const file = path.join(tmpdir(), `innspill-bench-${process.pid}.json`)
  const ours = /^(date|connection|keep-alive)$/
  const said = Object.entries(answers).map(([at, { headers, body }]) => [
    at,
    Object.fromEntries(Object.entries(headers).filter(([name]) => !ours.test(name))),
    body.toString('base64'),
  ])
  writeFileSync(file, JSON.stringify(said))
  const child = spawn(process.execPath, ['--eval', bareScript, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line) => resolve(`${line}`.trim())),
  )
  rmSync(file)
  return { origin: `http://localhost:${port}`, pid: child.pid as number, stop: () => child.kill() }
}

/** What the pages weigh: scripts, style sheet, and markup beside their own words. */
async function weigh(
  origin: string,
  pages: readonly { at: string }[],
  ask: (url: string) => Promise<Answered>,
) {
  const weighed: { at: string; markup: number; scripts: number }[] = []
  let sheets: string[] = []
  for (const { at } of pages) {
    const html = (await ask(origin + at)).body.toString()
    const inline = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, code = '']) => code.length,
    )
    const linked = [...html.matchAll(/<(?:script[^>]+src|link[^>]+rel="modulepreload"[^>]+href)="([^"]+)"/g)]
    const scripts = await Promise.all(
      linked.map(async ([, src = '']) => (await ask(origin + src)).body.length),
    )
    sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(([, href = '']) => href)
    weighed.push({
      at,
      markup: gzipped(html) / gzipped(wordsOf(html)),
      scripts: [...inline, ...scripts].reduce((sum, bytes) => sum + bytes, 0),
    })
  }
  const css = await Promise.all(sheets.map(async (href) => (await ask(origin + href)).body.toString()))
  const theirs = readFileSync('node_modules/@digdir/designsystemet-css/dist/src/index.css', 'utf8')
  const ours = gzipped(css.join('\n'))
  const reading = weighed.find(({ at }) => at.endsWith('/documents/utkast'))
  const heaviest = weighed.reduce((worst, one) => (one.markup > worst.markup ? one : worst))
  return {
    report: {
      T14: Math.max(...weighed.map(({ scripts }) => scripts)),
      T15: ratio(ours, gzipped(theirs)),
      T16: ratio(reading?.markup ?? Number.NaN, 1),
      T16most: ratio(heaviest.markup, 1),
    },
    notes: {
      T14: `bytes of script on the page of ${weighed.length} with most`,
      T15: `${ours} bytes of ours`,
      T16most: `the page with most markup for its words: ${heaviest.at.replace(/[0-9a-f-]{36}/, '…')}`,
    },
  }
}

const gzipped = (text: string) => gzipSync(text, { level: 9 }).length

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** The words of a page as it shows them, head and markup left out. */
const wordsOf = (html: string) =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (_, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Number.parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10))
        : (signs[name] ?? ' '),
    )
    .replace(/\s*\n\s*/g, '\n')
