// Starts the embedded database, says what it got, and holds it. Arguments: data directory, module, what to do
// on Ctrl-C ('default': nothing of our own; 'work': ask the database once more before stopping it), 'hasty' to
// not wait for the disk.
import type { startEmbedded } from '#db/embedded.server.ts'

const [dataDir = '', module = '', onInterrupt = 'default', speed = 'hasty'] = process.argv.slice(2)
const start = (await import(module)).startEmbedded as typeof startEmbedded
const flags = speed === 'hasty' ? ['-c', 'fsync=off'] : []
// Before the start, as a server does that listens for signals from its first line.
if (onInterrupt === 'work') {
  process.once('SIGINT', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { default: postgres } = await import('postgres')
    const sql = postgres(held.url, { max: 1 })
    const [row] = await sql`select 'still here' as answer`
    await sql.end()
    await held.stop()
    process.send?.({ log: row?.answer }, () => process.exit(0))
  })
}
const held = await start({ dataDir, flags, log: (line) => process.send?.({ log: line }) })

process.once('SIGTERM', async () => {
  await held.stop()
  process.exit(0)
})
process.send?.({ url: held.url, owned: held.owned, home: held.home })
setInterval(() => {}, 1_000)
