/** An input as it may count for its own sender; `countingVersions` is how many of its versions are effective. */
export type OwnInput = {
  inputId: string
  organisationId: string | null
  countingVersions: number
  withdrawnAt: Date | null
  lastSubmittedAt: Date | null
}

/** One organisation's voice in a round, and the input it was given through. */
export type Voice = { organisationId: string; inputId: string; through: 'own-input' }

/**
 * The voices of a round: one per organisation that has sent something that counts, the later input over the earlier.
 * Private persons are heard, but they are not counted as organisations. Every count of organisations uses this.
 */
export function voicesOf(ownInputs: readonly OwnInput[]): Voice[] {
  const voices = new Map<string, { input: OwnInput; voice: Voice }>()
  for (const input of ownInputs) {
    const { organisationId, inputId } = input
    if (organisationId === null || input.withdrawnAt !== null || input.countingVersions === 0) continue
    const standing = voices.get(organisationId)
    if (standing && sentAt(standing.input) >= sentAt(input)) continue
    voices.set(organisationId, { input, voice: { organisationId, inputId, through: 'own-input' } })
  }
  return [...voices.values()].map(({ voice }) => voice)
}

function sentAt(input: OwnInput): number {
  return input.lastSubmittedAt?.getTime() ?? 0
}
