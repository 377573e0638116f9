import type { LoaderFunctionArgs } from '@remix-run/node'
import { listEvents } from '#app/features/open-data/calendar.server.ts'
import { calendarName } from '#app/features/open-data/calendar.ts'
import { icalCalendar } from '#app/features/open-data/calendar-ical.server.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'
import { openAnswer } from '#app/platform/http/open-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

/** Deadlines and meetings of a strategy. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, title } = await strategyAt({ request, params })
  const locale = localeOfPath(new URL(request.url).pathname)
  const events = await listEvents(id, { now: new Date(), locale })
  await keptPage({ params, context }, 'texts')
  const name = calendarName(title, locale)
  return openAnswer(
    request,
    icalCalendar(events, { name, origin: ownOrigin(request), locale }),
    'text/calendar',
  )
}

export const action = onlyRead
