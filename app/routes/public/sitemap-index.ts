import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { countParts } from '#app/features/open-data/sitemap.server.ts'
import { sitemapIndexXml } from '#app/features/open-data/sitemap-xml.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'
import { openHead } from '#app/platform/http/open-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

/** For search engines: where the parts of the sitemap are. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [parts, origin] = [await countParts(new Date()), ownOrigin(request)]
  await keptPage({ params, context }, 'texts', 'inputs')
  const { headers, outcome } = openHead(request, `${origin} ${parts}`)
  if (outcome !== 200) return new Response(null, { status: outcome, headers })
  headers.set('Content-Type', 'application/xml; charset=utf-8')
  return new Response(createReadableStreamFromReadable(sitemapIndexXml(parts, origin)), { headers })
}

export const action = onlyRead
