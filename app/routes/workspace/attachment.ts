import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '#app/features/identity/access.server.ts'
import { attachmentsPath } from '#app/features/inputs/address.ts'
import { addressOf, findOwnAttachment } from '#app/features/inputs/attachments.server.ts'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { answer, idParam, slugParam } from '#app/platform/http/answer.server.ts'

/** Hands a sender's own file on to where it can be fetched, or back to the list, which says why it cannot. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  answer(await findOwnInput(actor, slug, inputId))
  const file = answer(await findOwnAttachment(inputId, idParam(args.params.attachment)))
  const address = await addressOf(file, new Date())
  return redirect(address ?? `${attachmentsPath(slug, inputId)}?waiting=1`)
}
