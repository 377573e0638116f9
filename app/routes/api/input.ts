import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { apiLoader, oneAnswer } from '#app/features/open-data/api-answer.server.ts'
import { inputAnswer } from '#app/features/open-data/api-input.ts'
import { goneInput } from '#app/features/open-data/api-problems.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: [] }

/** A published input; 410 where it was one and is withdrawn or withheld. */
export const loader = apiLoader(async (asked) => {
  const { params, at, now } = asked
  const id = idParam(params.input)
  const round = await roundAt(asked)
  const input = answer(await findPublishedInput(round, id, now))
  const gone = goneInput(input)
  if (gone) throw gone
  return oneAnswer(asked, inputAnswer(round, input, at), 'texts', 'inputs')
})

export const action = onlyRead
