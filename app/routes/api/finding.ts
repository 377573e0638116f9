import { apiLoader, oneAnswer, pageAsked, pagesRound } from '#app/features/open-data/api-answer.server.ts'
import { findingAnswer } from '#app/features/open-data/api-finding.ts'
import { chainOfFinding } from '#app/features/responses/chain.server.ts'
import { passagesPerPage } from '#app/features/responses/chain-passages.server.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { answer, slugParam } from '#app/platform/http/answer.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['page'] }

/** A finding with its whole chain, and one page of the passages behind it. */
export const loader = apiLoader(async (asked) => {
  const { params, at, now } = asked
  const page = pageAsked(asked)
  const round = await roundAt(asked)
  const chain = answer(await chainOfFinding(round, slugParam(params.finding), now, page))
  const paging = pagesRound(asked, { page, pageSize: passagesPerPage, total: chain.behind.total })
  return oneAnswer(asked, findingAnswer(round, chain, paging, at), 'texts', 'inputs', 'work')
})

export const action = onlyRead
