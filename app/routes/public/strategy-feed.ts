import type { LoaderFunctionArgs } from '@remix-run/node'
import { listNews } from '#app/features/open-data/feed.server.ts'
import { atomFeed } from '#app/features/open-data/feed-atom.server.ts'
import { feedPath, strategyPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'
import { openAnswer } from '#app/platform/http/open-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

/** What is new in a strategy. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = new Date()
  const { id, slug, title, publishedAt } = await strategyAt({ request, params })
  const news = await listNews(id, now)
  await keptPage({ params, context }, 'texts')
  const text = atomFeed(news, {
    of: { id, title, path: strategyPath(slug), since: publishedAt ?? now },
    ...{ path: feedPath(slug), origin: ownOrigin(request) },
    locale: localeOfPath(new URL(request.url).pathname),
  })
  return openAnswer(request, text, 'application/atom+xml')
}

export const action = onlyRead
