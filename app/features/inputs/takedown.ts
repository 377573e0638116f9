/** What a request to take something down may end with. */
export const TAKEDOWN_DECISIONS = ['masked', 'withheld', 'declined'] as const

export type TakedownDecision = (typeof TAKEDOWN_DECISIONS)[number]

export const isTakedownDecision = (word: string): word is TakedownDecision =>
  TAKEDOWN_DECISIONS.some((one) => one === word)

export const takedownsPerPage = 25

export type TakedownRefusal = 'already-decided' | 'nothing-masked' | 'nothing-withheld'

/** What stands on the versions of the input: when the latest mask and the latest withholding were made, if they stand. */
export type StandingMeasures = { maskedAt: Date | null; withheldAt: Date | null }

/**
 * Why a request cannot be decided so. Who is told that something was masked or withheld must be able to see it: it has
 * been done after the request came, and still stands.
 */
export function takedownRefusal(
  request: { createdAt: Date; decidedAt: Date | null },
  decision: TakedownDecision,
  { maskedAt, withheldAt }: StandingMeasures,
): TakedownRefusal | null {
  if (request.decidedAt) return 'already-decided'
  const since = (at: Date | null) => at !== null && at > request.createdAt
  if (decision === 'masked' && !since(maskedAt)) return 'nothing-masked'
  if (decision === 'withheld' && !since(withheldAt)) return 'nothing-withheld'
  return null
}

/** What somebody may say when asking about a request: short, and telling nothing. The last part of its id. */
export const takedownReference = (id: string) => id.slice(-8).toUpperCase()

export const isTakedownReference = (word: string) => /^[0-9A-F]{8}$/.test(word)
