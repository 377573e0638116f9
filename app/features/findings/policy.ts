import type { Actor } from '#app/features/identity/actor.ts'
import { isStaff } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide, workRefusal } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy reads its findings; editors and leads write and publish them. */
export const mayWriteFindings = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

export const findingRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)

/** A finding is approved by the strategy's lead. */
export const mayApproveFindings = (actor: Actor, strategyId: string) => isStaff(actor, strategyId, 'lead')

/** Why somebody does not approve a finding, or take an approval back. */
export function approvalRefusal(actor: Actor, strategyId: string): 'not-found' | 'forbidden' | null {
  return workRefusal(actor, strategyId) ?? (mayApproveFindings(actor, strategyId) ? null : 'forbidden')
}
