import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { sitemapPart } from '#app/features/open-data/sitemap.server.ts'
import { sitemapXml } from '#app/features/open-data/sitemap-xml.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { denied } from '#app/platform/http/answer.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'
import { openHead } from '#app/platform/http/open-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

/** A part of the sitemap. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (!/^[1-9]\d{0,4}$/.test(params.part ?? '')) throw denied('not-found')
  const pages = await sitemapPart(Number(params.part), new Date())
  if (!pages) throw denied('not-found')
  await keptPage({ params: {}, context }, 'texts', 'inputs')
  const origin = ownOrigin(request)
  const { headers, outcome } = openHead(request, JSON.stringify([origin, pages]))
  if (outcome !== 200) return new Response(null, { status: outcome, headers })
  headers.set('Content-Type', 'application/xml; charset=utf-8')
  return new Response(createReadableStreamFromReadable(sitemapXml(pages, origin)), { headers })
}

export const action = onlyRead
