import { migrate } from './commands/migration.server.ts'
import { openDatabase } from './commands/open-database.server.ts'

// The process that does what pages must not wait for: letters, passages, the search index.
// Started by the server as its child, or alone with `npm run worker`.

let stopping = false
let stopWork: (() => Promise<void>) | undefined

/** Ends at once while it is still starting: nothing has been begun. */
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 8_000).unref()
  await stopWork?.()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// A server that was killed cannot say so; its end of the pipe closes, perhaps before we were here to hear it.
process.once('disconnect', stop)
if (process.connected === false) await stop()

const opened = await openDatabase()
stopWork = () => opened.stop()
await migrate()

const { startWork } = await import('./work.server.ts')
const work = await startWork()
stopWork = async () => {
  await work.stop()
  await opened.stop()
}
console.log('The worker is ready.')
