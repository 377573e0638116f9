import { type Actor, isStaff, type Worker } from '#app/features/identity/actor.ts'

/** The strategies somebody works on. */
export const strategiesOf = (actor: Actor): string[] => [
  ...new Set(actor.staff.map(({ strategyId }) => strategyId)),
]

/** Why somebody does not get to see a strategy's own work. What others work on does not exist for them. */
export function workRefusal(actor: Worker, strategyId: string): 'not-found' | null {
  return isStaff(actor, strategyId) ? null : 'not-found'
}

/** Who decides for a strategy: its editors and leads. Analysts read and tag. */
export const mayDecide = (actor: Actor, strategyId: string) => isStaff(actor, strategyId, 'editor', 'lead')

/** Why somebody does not decide for a strategy. */
export function decisionRefusal(actor: Actor, strategyId: string): 'not-found' | 'forbidden' | null {
  return workRefusal(actor, strategyId) ?? (mayDecide(actor, strategyId) ? null : 'forbidden')
}

/** Who starts a strategy: those who keep the house. The place is closed to everyone else. */
export const creationRefusal = (actor: Actor): 'forbidden' | null =>
  actor.administrator ? null : 'forbidden'
