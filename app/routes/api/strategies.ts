import {
  apiLoader,
  listAnswer,
  numberAsked,
  pageAsked,
  pagesRound,
} from '#app/features/open-data/api-answer.server.ts'
import { listApiStrategies, strategiesPerPage } from '#app/features/open-data/api-strategies.server.ts'
import { strategySummary } from '#app/features/open-data/api-strategy.ts'
import { told } from '#app/features/open-data/api-values.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['number', 'page'] }

/** The published strategies, or those that bear a project or case number. */
export const loader = apiLoader(async (asked) => {
  const { at, url } = asked
  const page = pageAsked(asked)
  const number = numberAsked(asked)
  const { strategies, total } = await listApiStrategies(number, page)
  const paging = pagesRound(asked, { page, pageSize: strategiesPerPage, total })
  const items = strategies.map((row) => strategySummary(row, at))
  return listAnswer(asked, { ...told(url.href, at.pages('/')), ...paging, items }, 'texts')
}, handle.kept)

export const action = onlyRead
