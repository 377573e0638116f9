import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy reads its findings; editors and leads write and publish them. */
export const mayWriteFindings = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

export const findingRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)
