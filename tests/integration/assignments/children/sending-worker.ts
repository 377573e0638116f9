import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { sendDigestsOf } from '#app/features/notifications/digest-letters.server.ts'
import { closeDatabase } from '#app/platform/database.server.ts'

// A worker that sends the letters of a day, slowly enough to be killed with one in its hand. A letter has left when its
// address stands in the file. Arguments: the file, the day.
const [file = '', day = ''] = process.argv.slice(2)

process.send?.('ready')
await sendDigestsOf(day, async ({ to }) => {
  appendFileSync(file, `${to}\n`)
  process.send?.('sent')
  await pause(60)
})
await closeDatabase()
