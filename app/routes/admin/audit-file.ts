import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireAdministrator } from '#app/features/identity/access.server.ts'
import { auditFile } from '#app/features/identity/audit-file.server.ts'
import { auditFilterOf, auditSpanOf } from '#app/features/identity/audit-filter.ts'
import { recordExport } from '#app/features/identity/audit-log.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'

/** The record as a file for spreadsheets, as it was filtered; that it was taken out is on record too. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const filter = auditFilterOf(new URL(asked.request.url).searchParams)
  const span = auditSpanOf(filter)
  if ('problems' in span) throw new Response(null, { status: 404 })
  await recordExport(actor)
  return new Response(auditFile(filter, span, actor.locale), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="innspill-logg-${osloDate(new Date())}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
