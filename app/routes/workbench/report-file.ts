import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportReadingRefusal } from '#app/features/exports/policy.ts'
import { handOutReport } from '#app/features/exports/report-file.server.ts'
import { findReportFile } from '#app/features/exports/reports.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'

/** A report as those who work on the strategy get it, published or not. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const refusal = reportReadingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const file = answer(await findReportFile(round.id, idParam(args.params.report)))
  return handOutReport(args.request, file, { forStaff: true, drained: args.context.drained })
}
