import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy reads its meetings, drafts too; editors and leads write and announce them. */
export const mayWriteMeetings = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

export const meetingWorkRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)
