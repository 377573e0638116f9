import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { taggingForm } from '#app/features/analysis/forms.ts'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { tagPassage, untag } from '#app/features/analysis/tagging.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'

/** Only posts mean anything here; whoever comes by address is taken to the input. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { input } = answer(await findInput(actor, idParam(args.params.input)))
  return redirect(`/workbench/inputs/${input.id}`)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const { input } = answer(await findInput(actor, idParam(args.params.input)))
  const url = new URL(args.request.url)
  const back = (query: Record<string, string>) => {
    const kept = ['version', 'number'].flatMap((name) => {
      const value = url.searchParams.get(name)
      return value && /^\d{1,6}$/.test(value) ? [[name, value] as const] : []
    })
    const { number, ...address } = Object.fromEntries(kept)
    const anchor = number ? `#utdrag-${number}` : ''
    return redirect(`/workbench/inputs/${input.id}?${new URLSearchParams({ ...address, ...query })}${anchor}`)
  }
  const form = await readForm(args.request, taggingForm)
  if ('errors' in form) return back({ problem: '1' })
  if (form.value.act === 'untag') {
    const { passageId, taggingId } = answer(await untag(actor, form.value.tagging))
    return back({ passage: passageId, removed: taggingId })
  }
  const { passage, theme } = form.value
  const outcome = answer(await tagPassage(actor, passage, theme))
  if ('refusal' in outcome) return back({ passage, problem: '1' })
  return back({ passage, ...(outcome.taggingId && { tagged: outcome.taggingId }) })
}
