import type { ActionFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/features/identity/access.server.ts'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { answersSent } from '#app/features/inputs/forms.ts'
import { saveDraft } from '#app/features/inputs/writing.server.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'

/** There is nothing to read here; the writing page posts to it while somebody types. */
export function loader() {
  throw denied('not-found')
}

/** The same command as the button uses, for one answer or several. What became of each is the answer. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const inputId = idParam(args.params.input)
  const input = answer(await findOwnInput(actor, slugParam(args.params.organisation), inputId))
  const questions = await listQuestions(input.round.id)
  const sent = answersSent(
    await args.request.formData(),
    questions.map(({ id }) => id),
  )
  const outcome = answer(await saveDraft(actor, inputId, sent))
  return Response.json(outcome, {
    status: 'refusal' in outcome ? 409 : 200,
    headers: { 'Cache-Control': 'no-store' },
  })
}
