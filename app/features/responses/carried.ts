import type { Disposition } from './disposition.ts'

/** Findings on one page of what is not settled. */
export const unsettledPerPage = 30

/** What a finding can be taken into a later round as: something that stands there, or something new. */
export const CARRIED_AS = ['theme', 'new-theme', 'question', 'new-question'] as const

/** One of the ways above. */
export type CarriedAs = (typeof CARRIED_AS)[number]

/** Why a finding is not taken into another round. */
export type CarryRefusal = 'not-later' | 'settled' | 'already-carried'

/**
 * What is taken into a later round is what was not settled: nobody has answered it, or the answer says that it is carried
 * forward. It goes to a later round of the same strategy, once.
 */
export function carryRefusal(carry: {
  disposition: Disposition | null
  from: { strategyId: string; number: number }
  to: { strategyId: string; number: number }
  already: boolean
}): CarryRefusal | null {
  const { disposition, from, to, already } = carry
  if (to.strategyId !== from.strategyId || to.number <= from.number) return 'not-later'
  if (disposition !== null && disposition !== 'carried-forward') return 'settled'
  return already ? 'already-carried' : null
}
