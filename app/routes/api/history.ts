import { apiLoader, listAnswer, pageAsked, pagesRound } from '#app/features/open-data/api-answer.server.ts'
import { revisionAnswer } from '#app/features/open-data/api-history.ts'
import { told } from '#app/features/open-data/api-values.ts'
import { historyPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { listPublicRevisions, revisionsPerPage } from '#app/features/strategies/revisions.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['page'] }

/** What was changed in the register since the strategy was published, the newest save first. */
export const loader = apiLoader(async (asked) => {
  const { at, url } = asked
  const page = pageAsked(asked)
  const { id, slug, publishedAt } = await strategyAt(asked)
  const { revisions, total } = await listPublicRevisions(id, { page, publishedAt })
  const paging = pagesRound(asked, { page, pageSize: revisionsPerPage, total })
  const about = told(url.href, at.pages(historyPath(slug)))
  return listAnswer(asked, { ...about, ...paging, items: revisions.map(revisionAnswer) }, 'texts')
})

export const action = onlyRead
