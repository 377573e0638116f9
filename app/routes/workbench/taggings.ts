import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { actOfTagging, actOnReading } from '#app/features/analysis/reading-acts.server.ts'
import { taggingForm } from '#app/features/analysis/reading-forms.ts'
import { requirePerson, requireStaff } from '#app/features/identity/access.server.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'

/**
 * Only posts mean anything here; whoever comes by address is taken to the input. The page of an input asks with `look`
 * whether it can be read anew, before it is.
 */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { input } = answer(await findInput(actor, idParam(args.params.input)))
  if (new URL(args.request.url).searchParams.has('look')) return new Response(null, { status: 204 })
  return redirect(`/workbench/inputs/${input.id}`)
}

/** What the page of an input asks for while somebody reads with script: one act, and what came of it. */
export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request, taggingForm)
  // Everybody who tags waits for this one: it finds the roles along with what they are needed for.
  if ('value' in form && form.value.act === 'tag') return told(await actOfTagging(person, form.value))
  const actor = await requireStaff(args)
  answer(await findInput(actor, idParam(args.params.input)))
  if ('errors' in form)
    return Response.json({ problem: Object.values(form.errors)[0]?.[0] ?? 'unreadable' }, { status: 422 })
  return told(await actOnReading(actor, form.value))
}

function told(found: Awaited<ReturnType<typeof actOnReading>>) {
  const outcome = answer(found)
  return 'refusal' in outcome
    ? Response.json({ problem: outcome.refusal }, { status: 422 })
    : Response.json(outcome)
}
