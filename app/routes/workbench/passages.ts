import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { actOnReading } from '#app/features/analysis/reading-acts.server.ts'
import { cuttingForm } from '#app/features/analysis/reading-forms.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'

/** Only posts mean anything here; whoever comes by address is taken to the input. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { input } = answer(await findInput(actor, idParam(args.params.input)))
  return redirect(`/workbench/inputs/${input.id}`)
}

/** What the page of an input asks for, with script, to be divided otherwise. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  answer(await findInput(actor, idParam(args.params.input)))
  const form = await readForm(args.request, cuttingForm)
  if ('errors' in form)
    return Response.json({ problem: Object.values(form.errors)[0]?.[0] ?? 'unreadable' }, { status: 422 })
  const outcome = answer(await actOnReading(actor, form.value))
  return 'refusal' in outcome
    ? Response.json({ problem: outcome.refusal }, { status: 422 })
    : Response.json(outcome)
}
