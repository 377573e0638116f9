import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide, workRefusal } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy reads its reports. Others cannot tell that there are any. */
export const reportReadingRefusal = (actor: Actor, strategyId: string) => workRefusal(actor, strategyId)

/** Editors and leads ask for reports, publish them and take them off again. */
export const reportRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)

export const mayMakeReports = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)
