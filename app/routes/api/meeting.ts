import { findMeeting } from '#app/features/meetings/published.server.ts'
import { apiLoader, oneAnswer } from '#app/features/open-data/api-answer.server.ts'
import { meetingAnswer } from '#app/features/open-data/api-meeting.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { answer, slugParam } from '#app/platform/http/answer.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: [] }

/** A published meeting with its programme, and with its summary once that is published. */
export const loader = apiLoader(async (asked) => {
  const { params, at, now } = asked
  const slug = slugParam(params.meeting)
  const strategy = await strategyAt(asked)
  const meeting = answer(await findMeeting(strategy.id, slug, now))
  return oneAnswer(asked, meetingAnswer(strategy.slug, meeting, at), 'texts', 'inputs')
})

export const action = onlyRead
