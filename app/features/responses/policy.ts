import type { Actor } from '#app/features/identity/actor.ts'
import { isStaff } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide, workRefusal } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy reads what is made of its findings. Others cannot tell that there is anything. */
export const responseReadingRefusal = (actor: Actor, strategyId: string) => workRefusal(actor, strategyId)

/** Editors and leads write responses, link changes and carry forward; and publish what is approved. */
export const responseRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)

export const mayRespond = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

/** A lead answers for what a strategy's owners say, and approves it. */
export const mayApprove = (actor: Actor, strategyId: string) => isStaff(actor, strategyId, 'lead')

export const approvalRefusal = (actor: Actor, strategyId: string) =>
  workRefusal(actor, strategyId) ?? (mayApprove(actor, strategyId) ? null : 'forbidden')
