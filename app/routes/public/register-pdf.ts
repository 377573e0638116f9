import type { LoaderFunctionArgs } from '@remix-run/node'
import { handOutPrint } from '#app/features/exports/print-file.server.ts'
import { registerPrint } from '#app/features/exports/print-pages.server.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { findStrategy } from '#app/features/strategies/queries.server.ts'
import { slugParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'
import { osloDate } from '#app/platform/oslo-time.ts'

/** What the register says of a strategy as a file to print. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const strategy = (await findStrategy(slugParam(params.strategy))) ?? (await leadOn({ request, params }))
  const reader = { locale: localeOfPath(new URL(request.url).pathname), origin: ownOrigin(request) }
  return handOutPrint(request, registerPrint({ strategy, today: osloDate(new Date()) }, reader))
}
