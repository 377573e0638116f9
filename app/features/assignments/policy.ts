import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'

/** Who says who reads what: editors and leads. Whoever works on the strategy may see it. */
export const mayAssign = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

export const assignmentRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)
