import { v5 } from 'uuid'
import { tx } from '#app/platform/database.server.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { letterDay } from './due.ts'
import { digestsDue } from './events.ts'

const dayNamespace = '3e5d3f0a-1c54-4c55-9a3f-0f6b2b9d7a10'

/**
 * Puts the letters of the day in the queue when it is their hour. The job's id follows from the day, so however many
 * workers ask for it, and however often, it is there once; from then on the queue tries it until it is done.
 */
export async function callForDigests(now = new Date()): Promise<string | null> {
  const day = letterDay(now)
  if (day === null) return null
  const id = v5(day, dayNamespace)
  await tx((tx) => enqueue(tx, [{ id, type: digestsDue.type, subjectId: id, data: { day } }]))
  return day
}
