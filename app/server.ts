import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { migrate } from './commands/migration.server.ts'
import { openDatabase } from './commands/open-database.server.ts'
import { config } from './platform/config.server.ts'
import { closeDatabase } from './platform/database.server.ts'
import { drained } from './platform/http/drained.server.ts'
import { guard } from './platform/http/guard.server.ts'
import { keepingPages } from './platform/http/page-cache/keeping.server.ts'
import { practised } from './platform/http/practised.server.ts'

// This process keeps no pool of its own: pools and caches exist once, in the build it serves.
// It starts what is missing (a database, a worker), keeps the door, and hands everything else to Remix.
const settings = config()
// Without practice it serves as well, only slower.
if (settings.production) await practised().catch(() => undefined)
if (!settings.demo && !settings.smtpUrl)
  console.warn('SMTP_URL is not set: nobody can be sent a link to sign in with.')
const opened = await openDatabase()
await migrate()
if (settings.demo) await (await import('./commands/seed/seed.server.ts')).seedDemo()
await closeDatabase()

const vite = settings.production
  ? undefined
  : await import('vite').then((v) => v.createServer({ server: { middlewareMode: true } }))
const load = () =>
  vite ? vite.ssrLoadModule('virtual:remix/server-build') : import(path.resolve('build/server/index.js'))

const app = express()
app.disable('x-powered-by')
app.set('trust proxy', settings.trustProxy)
app.use(guard(settings))
app.use(compression({ threshold: 1024 }))
if (vite) app.use(vite.middlewares)
else {
  app.use(
    '/assets',
    express.static('build/client/assets', { immutable: true, maxAge: '1y' }),
    (_, response) => {
      response.sendStatus(404)
    },
  )
  app.use(express.static('build/client', { maxAge: '1h', index: false }))
}
app.all(
  '*',
  createRequestHandler({
    build: vite ? (load as () => Promise<ServerBuild>) : ((await load()) as ServerBuild),
    mode: process.env.NODE_ENV,
    getLoadContext: (_request, response) => ({
      nonce: response.locals.nonce as string,
      code: randomBytes(4).toString('hex'),
      signInFlooded: response.locals.signInFlooded === true,
      takedownFlooded: response.locals.takedownFlooded === true,
      drained: () => drained(response),
      answerFlooded: response.locals.answerFlooded === true,
      checkFlooded: response.locals.checkFlooded === true,
      ...(kept && { pagesKept: kept.state }),
    }),
  }),
)

const kept = vite ? undefined : keepingPages((await load()) as ServerBuild, settings, app)
const server = createServer(kept?.listener ?? app).listen(settings.port, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  console.log(`Innspill is ready on ${settings.publicUrl ?? `http://localhost:${port}`}`)
})

let draining = false
let worker: ChildProcess | undefined
// A worker that ends is started again: its work lies in the queue, so it is late but not lost.
function keepWorker() {
  if (draining) return
  worker = fork('app/worker.server.ts', { execArgv: ['--import', 'tsx'] })
  worker.once('exit', () => setTimeout(keepWorker, 1_000).unref())
}
if (settings.worker) keepWorker()

async function drain() {
  if (draining) return
  draining = true
  setTimeout(() => process.exit(1), 10_000).unref()
  const running = worker?.exitCode === null && worker.signalCode === null ? worker : undefined
  const workerGone = running && new Promise((resolve) => running.once('exit', resolve))
  running?.kill('SIGTERM')
  kept?.stop()
  server.closeIdleConnections()
  await new Promise((resolve) => server.close(resolve))
  await workerGone
  const build = (await load()) as { entry: { module: { shutdown?(): Promise<void> } } }
  await build.entry.module.shutdown?.()
  await opened.stop()
  process.exit(0)
}
process.once('SIGTERM', drain)
process.once('SIGINT', drain)
