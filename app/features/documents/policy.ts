import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide, workRefusal } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy reads its texts while they are written; editors and leads write and publish them. */
export const mayWrite = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

/** Why somebody does not write a strategy's documents: 'not-found' for strangers, 'forbidden' for analysts. */
export const writingRefusal = (actor: Actor, strategyId: string) => decisionRefusal(actor, strategyId)

/** Why somebody does not see the documents as they are worked on. */
export const readingRefusal = (actor: Actor, strategyId: string) => workRefusal(actor, strategyId)
