import type { HeardEvent } from '#app/platform/events/event.ts'
import { makePassages } from './passages.server.ts'

const cutIntoPassages = (event: HeardEvent) => makePassages(event.subjectId)

/** What analysis does when it hears of something. The subject of both is the frozen version. */
export const analysisHandlers: Record<string, (event: HeardEvent) => Promise<void>> = {
  'input.submitted': cutIntoPassages,
  'input.registered': cutIntoPassages,
}
