import { findingsPerPage } from '#app/features/findings/published.server.ts'
import { apiLoader, listAnswer, pageAsked, pagesRound } from '#app/features/open-data/api-answer.server.ts'
import { findingSummary } from '#app/features/open-data/api-finding.ts'
import { told } from '#app/features/open-data/api-values.ts'
import { chainOfRound } from '#app/features/responses/chain.server.ts'
import { findingsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['page'] }

/** What was heard in a round. */
export const loader = apiLoader(async (asked) => {
  const { at, url, now } = asked
  const page = pageAsked(asked)
  const round = await roundAt(asked)
  const { findings, total } = await chainOfRound(round.id, now, page)
  const paging = pagesRound(asked, { page, pageSize: findingsPerPage, total })
  const items = findings.map((finding) => findingSummary(round, finding, at))
  const about = told(url.href, at.pages(findingsPath(round.strategy.slug, round.slug)))
  return listAnswer(asked, { ...about, ...paging, items }, 'texts', 'inputs')
})

export const action = onlyRead
