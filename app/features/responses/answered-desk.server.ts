import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findingDesk } from '#app/features/findings/finding-desk.server.ts'
import { answer, denied } from '#app/platform/http/answer.server.ts'
import { responseRefusal } from './policy.ts'
import { findAnswered, findCited } from './response-page.server.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/**
 * The finding a page about what is made of it is of, and the passage of it that is answered where the address names one;
 * `own` is what the addresses of such a page end in. What others work on does not exist (404), nor a passage it does not cite.
 */
export async function answeredAtDesk(args: Args) {
  return withCited(args, await findingDesk(args, findAnswered))
}

/** The same for somebody who writes what is made of it, asked before the form is read: those who only read are told so (403). */
export async function answeredToWrite(args: Args) {
  const found = await findingDesk(args, findAnswered)
  const refusal = responseRefusal(found.actor, found.strategy.id)
  if (refusal) throw denied(refusal)
  const desk = await withCited(args, found)
  return { ...desk, answering: { findingId: found.finding.id, citationId: desk.citation?.id ?? null } }
}

async function withCited<Desk extends { finding: { id: string } }>({ request }: Args, desk: Desk) {
  const { searchParams } = new URL(request.url)
  const { citation } = answer(await findCited(desk.finding.id, searchParams.get('citation') || null))
  return { ...desk, searchParams, citation, own: citation ? `?citation=${citation.id}` : '' }
}
