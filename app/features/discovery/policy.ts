import { taggingRefusal } from '#app/features/analysis/policy.ts'
import { type Actor, isStaff } from '#app/features/identity/actor.ts'
import { mayDecide } from '#app/features/strategies/policy.ts'

type Saved = { ownerId: string; strategyId: string | null; shared: boolean }

/** Why somebody does not get to see a saved search. A personal one is its owner's; a shared one is the strategy's. */
export function savedSearchRefusal(actor: Actor, saved: Saved): 'not-found' | null {
  if (saved.ownerId === actor.personId) return null
  return saved.shared && saved.strategyId && isStaff(actor, saved.strategyId) ? null : 'not-found'
}

/** Whoever saved a search names it anew and takes it away; so do those who decide for a strategy that it is shared in. */
export const mayKeepSaved = (actor: Actor, saved: Saved) =>
  saved.ownerId === actor.personId ||
  (saved.shared && saved.strategyId !== null && mayDecide(actor, saved.strategyId))

/** Why somebody does not rename or remove a saved search. */
export const keepingRefusal = (actor: Actor, saved: Saved) =>
  savedSearchRefusal(actor, saved) ?? (mayKeepSaved(actor, saved) ? null : ('forbidden' as const))

type Job = { strategyId: string; askedBy: string }

/** Whoever may tag one passage may tag all that a search finds, and sees what others did so. */
export const taggingJobRefusal = (actor: Actor, strategyId: string) => taggingRefusal(actor, strategyId)

/** What was tagged at once is taken away by whoever asked for it, and by those who decide for the strategy. */
export const mayUndoJob = (actor: Actor, { strategyId, askedBy }: Job) =>
  isStaff(actor, strategyId) && (askedBy === actor.personId || mayDecide(actor, strategyId))

/** Why somebody does not take away what was tagged at once. */
export const undoRefusal = (actor: Actor, job: Job) =>
  taggingJobRefusal(actor, job.strategyId) ?? (mayUndoJob(actor, job) ? null : ('forbidden' as const))
