import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportingYearsOf } from '#app/features/documents/measures.server.ts'
import { findPublishedDocument } from '#app/features/documents/published-document.server.ts'
import { handOutPrint } from '#app/features/exports/print-file.server.ts'
import { documentPrint } from '#app/features/exports/print-pages.server.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { slugParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'

/** A published version of a document as a file to print. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const number = /^[1-9]\d{0,5}$/.test(params.version ?? '') ? Number(params.version) : 0
  const found = await findPublishedDocument(slugParam(params.strategy), slugParam(params.document), number)
  const page = found ?? (await leadOn({ request, params }))
  const years = reportingYearsOf(page, new Date())
  const reader = { locale: localeOfPath(new URL(request.url).pathname), origin: ownOrigin(request) }
  return handOutPrint(request, documentPrint({ page, years }, reader))
}
