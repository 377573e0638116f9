import {
  countPublishedInputs,
  inputsPerPage,
  listPublishedInputs,
} from '#app/features/inputs/published-list.server.ts'
import { apiLoader, listAnswer, pageAsked, pagesRound } from '#app/features/open-data/api-answer.server.ts'
import { inputSummary } from '#app/features/open-data/api-input.ts'
import { told } from '#app/features/open-data/api-values.ts'
import { inputsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['page'] }

/** The published inputs of a round that stand, newest first. */
export const loader = apiLoader(async (asked) => {
  const { at, url, now } = asked
  const page = pageAsked(asked)
  const round = await roundAt(asked)
  const everything = { kind: null, county: null, question: null, order: 'newest' } as const
  const [found, groups] = await Promise.all([
    listPublishedInputs(round, { ...everything, standing: true, page }, now),
    countPublishedInputs(round, now),
  ])
  const total = groups.reduce((sum, { inputs, withdrawn }) => sum + inputs - withdrawn, 0)
  const paging = pagesRound(asked, { page, pageSize: inputsPerPage, total })
  const items = found.map((row) => inputSummary(round, row, at))
  const about = told(url.href, at.pages(inputsPath(round.strategy.slug, round.slug)))
  return listAnswer(asked, { ...about, ...paging, items }, 'texts', 'inputs')
})

export const action = onlyRead
