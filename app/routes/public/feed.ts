import type { LoaderFunctionArgs } from '@remix-run/node'
import { listNews } from '#app/features/open-data/feed.server.ts'
import { atomFeed } from '#app/features/open-data/feed-atom.server.ts'
import { feedPath } from '#app/features/strategies/address.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'
import { openAnswer } from '#app/platform/http/open-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

/** What is new in all strategies. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const news = await listNews(null, new Date())
  await keptPage({ params, context }, 'texts')
  const locale = localeOfPath(new URL(request.url).pathname)
  const text = atomFeed(news, { of: null, path: feedPath(), origin: ownOrigin(request), locale })
  return openAnswer(request, text, 'application/atom+xml')
}

export const action = onlyRead
