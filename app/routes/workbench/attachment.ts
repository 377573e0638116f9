import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { addressOf, findSentAttachment } from '#app/features/inputs/attachments.server.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'

/** Hands a file that was sent on to where staff can fetch it, or back to the reading page, which says why it cannot. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const inputId = idParam(args.params.input)
  answer(await findInput(actor, inputId))
  const file = answer(await findSentAttachment(inputId, idParam(args.params.attachment)))
  const address = await addressOf(file, new Date())
  return redirect(address ?? `/workbench/inputs/${inputId}#vedlegg`)
}
