import { apiLoader, listAnswer, pageAsked, pagesRound } from '#app/features/open-data/api-answer.server.ts'
import { documentSummary } from '#app/features/open-data/api-document.ts'
import { documentsPerPage, listApiDocuments } from '#app/features/open-data/api-documents.server.ts'
import { told } from '#app/features/open-data/api-values.ts'
import { strategyPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['page'] }

/** The published documents of a strategy with their versions. */
export const loader = apiLoader(async (asked) => {
  const { at, url } = asked
  const page = pageAsked(asked)
  const strategy = await strategyAt(asked)
  const { documents, total } = await listApiDocuments(strategy.id, page)
  const paging = pagesRound(asked, { page, pageSize: documentsPerPage, total })
  const items = documents.map((document) => documentSummary(strategy.slug, document, at))
  const about = told(url.href, at.pages(strategyPath(strategy.slug)))
  return listAnswer(asked, { ...about, ...paging, items }, 'texts')
})

export const action = onlyRead
