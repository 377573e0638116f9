import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'

/** Everyone who works on a strategy may see its numbers, and who stands behind each. What others work on does not exist. */
export const tablesRefusal = (actor: Actor, strategyId: string) => workRefusal(actor, strategyId)
