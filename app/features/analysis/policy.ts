import type { Actor, Worker } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide, workRefusal } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy may read what was sent and tag it. */
export const taggingRefusal = (actor: Worker, strategyId: string) => workRefusal(actor, strategyId)

/** The codebook is common to all who tag, so editors and leads write it. */
export const mayWriteCodebook = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

export const codebookRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)
