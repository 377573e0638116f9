import type { LoaderFunctionArgs } from '@remix-run/node'
import { fingerprintOf } from '#app/features/open-data/inputs-csv.server.ts'
import { inputsFile } from '#app/features/open-data/inputs-file.server.ts'
import { dataLicence } from '#app/features/open-data/licence.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { openHead } from '#app/platform/http/open-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'

/**
 * The published inputs of a round as one file. Not kept in memory, for it may be large: who has it already is told so by
 * what it is made of, without it being made again.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [round, now] = [await roundAt({ request, params }), new Date()]
  const locale = localeOfPath(new URL(request.url).pathname)
  const origin = ownOrigin(request)
  const place = [locale, origin, round.strategy.slug, round.slug]
  const { headers, outcome } = openHead(request, [...place, await fingerprintOf(round, now)].join('\n'))
  headers.set('Link', `<${dataLicence}>; rel="license"`)
  if (outcome !== 200) return new Response(null, { status: outcome, headers })
  headers.set('Content-Type', 'text/csv; charset=utf-8')
  headers.set('Content-Disposition', `attachment; filename="${round.strategy.slug}-${round.slug}.csv"`)
  return new Response(await inputsFile(round, { locale, origin, now }), { headers })
}
