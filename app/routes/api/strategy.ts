import { apiLoader, oneAnswer } from '#app/features/open-data/api-answer.server.ts'
import { strategyAnswer } from '#app/features/open-data/api-strategy.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { findStrategy } from '#app/features/strategies/queries.server.ts'
import { slugParam } from '#app/platform/http/answer.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: [] }

/** A strategy as its register page says it. */
export const loader = apiLoader(async (asked) => {
  const { params, at, now } = asked
  const found = (await findStrategy(slugParam(params.strategy))) ?? (await leadOn(asked))
  return oneAnswer(asked, strategyAnswer(found, at, now), 'texts')
})

export const action = onlyRead
