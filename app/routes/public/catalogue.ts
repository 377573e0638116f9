import type { LoaderFunctionArgs } from '@remix-run/node'
import { listCatalogued } from '#app/features/open-data/catalogue.server.ts'
import { catalogueTurtle } from '#app/features/open-data/catalogue-turtle.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { config } from '#app/platform/config.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'
import { openAnswer } from '#app/platform/http/open-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

/** For harvesters of open data: the catalogue of what there is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const catalogued = await listCatalogued(new Date())
  await keptPage({ params, context }, 'texts', 'inputs')
  const text = catalogueTurtle(catalogued, { origin: ownOrigin(request), keeper: config().publisher })
  return openAnswer(request, text, 'text/turtle')
}

export const action = onlyRead
