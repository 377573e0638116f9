import { z } from 'zod'
import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'

/**
 * Where a version stands for the public, each in one place: waiting for staff, published as it was sent, published with
 * masks, withheld by staff, or withdrawn by its sender.
 */
export const INPUT_STATUSES = ['all', 'waiting', 'published', 'masked', 'withheld', 'withdrawn'] as const

export type InputStatus = (typeof INPUT_STATUSES)[number]

/** How many versions may be published in one go. */
export const MOST_AT_ONCE = 200

/** The form that publishes the chosen versions of a round. `despite` are those somebody wants out as they are. */
export const publicationsForm = z.object({
  key: z.uuid(),
  version: z.array(z.uuid()).min(1, 'nothingChosen').max(MOST_AT_ONCE, 'tooMany'),
  despite: z.array(z.uuid()).max(MOST_AT_ONCE, 'tooMany').default([]),
})

/** Editors and leads let inputs out. */
export const mayPublishInputs = (actor: Actor, strategyId: string) => mayDecide(actor, strategyId)

export const inputPublicationRefusal = (actor: Actor, strategyId: string) =>
  decisionRefusal(actor, strategyId)
