import { z } from 'zod'
import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, workRefusal } from '#app/features/strategies/policy.ts'
import type { VersionKind } from './input.ts'

/** Taking back what was registered: which version, and why. */
export const takingBackForm = z.object({
  key: z.uuid(),
  version: z.uuid(),
  reason: z.string().max(2_000, 'reason-too-long').default(''),
})

/** Why a registration is not taken back. */
export type TakingBackRefusal = 'not-registered' | 'already-withdrawn' | 'reason-missing'

/**
 * Whether a version is taken back by staff: one that staff registered, once, and with a reason. What a sender sent itself
 * is the sender's to withdraw.
 */
export function takingBackRefusal(
  version: { kind: VersionKind; withdrawnAt: Date | null },
  reason: string,
): TakingBackRefusal | null {
  if (version.kind !== 'registered') return 'not-registered'
  if (version.withdrawnAt !== null) return 'already-withdrawn'
  return reason.trim() === '' ? 'reason-missing' : null
}

/** Whoever registers takes back, until the version is public; from then on those who decide what is. */
export const takingBackDenied = (
  actor: Actor,
  { strategyId, published }: { strategyId: string; published: boolean },
) => (published ? decisionRefusal(actor, strategyId) : workRefusal(actor, strategyId))
