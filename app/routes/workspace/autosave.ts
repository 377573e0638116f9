import type { ActionFunctionArgs } from '@remix-run/node'
import { requirePerson } from '#app/features/identity/access.server.ts'
import { asField } from '#app/features/inputs/fields.ts'
import { answersSent } from '#app/features/inputs/forms.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'

/** There is nothing to read here; the writing page posts to it while somebody types. */
export function loader() {
  throw denied('not-found')
}

/** The same command as the button uses, for one answer or several. What became of each is the answer. */
export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const place = { inputId: idParam(args.params.input), slug: slugParam(args.params.organisation) }
  const form = await args.request.formData().catch(() => new FormData())
  const drawnFor = form.get(asField)
  if (drawnFor !== null && drawnFor !== person.personId) return new Response('signed-out', { status: 401 })
  const outcome = answer(await saveDraft(person, place, answersSent(form)))
  return Response.json(outcome, {
    status: 'refusal' in outcome ? 409 : 200,
    headers: { 'Cache-Control': 'no-store' },
  })
}
