import type { ActionFunctionArgs } from '@remix-run/node'
import { requirePerson } from '#app/features/identity/access.server.ts'
import { presenceSent } from '#app/features/inputs/forms.ts'
import { bePresent } from '#app/features/inputs/presence.server.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'

/** There is nothing to read here; the writing page posts to it for as long as it is open. */
export function loader() {
  throw denied('not-found')
}

/** Says that one has the draft open, and tells who else has and what is newer than what the page shows. */
export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const place = { inputId: idParam(args.params.input), slug: slugParam(args.params.organisation) }
  const form = await args.request.formData().catch(() => new FormData())
  const told = answer(await bePresent(person, { ...place, ...presenceSent(form) }))
  return Response.json(told, { headers: { 'Cache-Control': 'no-store' } })
}
