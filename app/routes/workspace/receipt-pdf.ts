import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/features/identity/access.server.ts'
import { drawReceipt } from '#app/features/inputs/receipt-pdf.server.ts'
import { findReceipt } from '#app/features/inputs/receipts.server.ts'
import { config } from '#app/platform/config.server.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'

/** The receipt of the latest version, or of the one asked for, as a PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const url = new URL(args.request.url)
  const asked = url.searchParams.get('version')
  const number = asked === null ? null : Number(asked)
  if (number !== null && !(Number.isInteger(number) && number > 0 && number < 1_000_000))
    throw denied('not-found')
  const slug = slugParam(args.params.organisation)
  const receipt = answer(await findReceipt(actor, slug, idParam(args.params.input), number))
  const pdf = await drawReceipt(receipt, actor.locale, config().publicUrl?.replace(/\/$/, '') ?? url.origin)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="kvittering-${receipt.version.receiptNumber}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}
