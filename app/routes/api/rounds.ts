import { apiLoader, listAnswer, pageAsked, pagesRound } from '#app/features/open-data/api-answer.server.ts'
import { listApiRounds, roundsPerPage } from '#app/features/open-data/api-strategies.server.ts'
import { roundSummary } from '#app/features/open-data/api-strategy.ts'
import { told } from '#app/features/open-data/api-values.ts'
import { strategyPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['page'] }

/** The published rounds of a strategy. */
export const loader = apiLoader(async (asked) => {
  const { at, url, now } = asked
  const page = pageAsked(asked)
  const strategy = await strategyAt(asked)
  const { rounds, total } = await listApiRounds(strategy.id, page)
  const paging = pagesRound(asked, { page, pageSize: roundsPerPage, total })
  const items = rounds.map((round) => roundSummary(strategy.slug, round, at, now))
  const about = told(url.href, at.pages(strategyPath(strategy.slug)))
  return listAnswer(asked, { ...about, ...paging, items }, 'texts')
})

export const action = onlyRead
