import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { sendFeedbackOf } from '#app/features/notifications/feedback-letters.server.ts'
import { closeDatabase } from '#app/platform/database.server.ts'

// A worker that sends the feedback of a round, slowly enough to be killed between two letters. A letter has left when its
// key stands in the file; the pause before that is where it is killed with one in its hand. Arguments: the file, the round.
const [file = '', roundId = ''] = process.argv.slice(2)

process.send?.('ready')
await sendFeedbackOf(roundId, async ({ key }) => {
  process.send?.('sending')
  await pause(60)
  appendFileSync(file, `${key}\n`)
})
await closeDatabase()
