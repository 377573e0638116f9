import type { LoaderFunctionArgs } from '@remix-run/node'
import { handOutReport } from '#app/features/exports/report-file.server.ts'
import { findPublishedReport } from '#app/features/exports/reports.server.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'

/** A published report as a file, whole or from where a download was broken off. Anything else is not there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = answer(await findPublishedReport(idParam(params.report)))
  return handOutReport(request, file, { forStaff: false, drained: context.drained })
}
