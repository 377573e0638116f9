import { apiLoader, listAnswer, pageAsked, pagesRound } from '#app/features/open-data/api-answer.server.ts'
import { meetingSummary } from '#app/features/open-data/api-meeting.ts'
import { listApiMeetings, meetingsPerPage } from '#app/features/open-data/api-meetings.server.ts'
import { told } from '#app/features/open-data/api-values.ts'
import { meetingsPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: ['page'] }

/** The published meetings of a strategy, the latest first. */
export const loader = apiLoader(async (asked) => {
  const { at, url } = asked
  const page = pageAsked(asked)
  const strategy = await strategyAt(asked)
  const { meetings, total } = await listApiMeetings(strategy.id, page)
  const paging = pagesRound(asked, { page, pageSize: meetingsPerPage, total })
  const items = meetings.map((meeting) => meetingSummary(strategy.slug, meeting, at))
  const about = told(url.href, at.pages(meetingsPath(strategy.slug)))
  return listAnswer(asked, { ...about, ...paging, items }, 'texts')
})

export const action = onlyRead
