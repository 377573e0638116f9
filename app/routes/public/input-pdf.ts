import type { LoaderFunctionArgs } from '@remix-run/node'
import { handOutPrint } from '#app/features/exports/print-file.server.ts'
import { inputPrint } from '#app/features/exports/print-pages.server.ts'
import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'

/** What anyone may read of a published input as a file to print. What was taken away is gone: 410, as its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = idParam(params.input)
  const round = await roundAt({ request, params })
  const input = answer(await findPublishedInput(round, id, new Date()))
  if (input.versions.length === 0) return new Response(null, { status: 410 })
  const { county } = input.sender
  const counties = await countyNames(county ? [county] : [])
  const reader = { locale: localeOfPath(new URL(request.url).pathname), origin: ownOrigin(request) }
  return handOutPrint(
    request,
    inputPrint({ input, county: counties.get(county ?? '') ?? null, round }, reader),
  )
}
