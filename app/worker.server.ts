import { migrate } from './commands/migration.server.ts'
import { openDatabase } from './commands/open-database.server.ts'

// The process that does what pages must not wait for: letters, passages, the search index.
// Started by the server as its child, or alone with `npm run worker`.
const opened = await openDatabase()
await migrate()

const { startWork } = await import('./work.server.ts')
const work = await startWork()
console.log('The worker is ready.')

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 8_000).unref()
  await work.stop()
  await opened.stop()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// A server that was killed cannot say so; its end of the pipe closes.
process.once('disconnect', stop)
