import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { decisionRefusal } from './policy.ts'
import { findStaffRound } from './work-round.server.ts'

/** The round a page is of, for somebody who works on its strategy; what others work on does not exist. */
export async function roundAtDesk(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const found = answer(await findStaffRound(actor, idParam(args.params.round)))
  return { actor, ...found }
}

/** The same for somebody who changes it, asked before the form is read: those who only read are told so. */
export async function roundToDecideOn(args: ActionFunctionArgs) {
  const found = await roundAtDesk(args)
  const refusal = decisionRefusal(found.actor, found.strategy.id)
  if (refusal) throw denied(refusal)
  return { ...found, roundId: found.round.id }
}
