/** A version of a document as it is asked which come after a round. */
export type DatedVersion = {
  id: string
  documentId: string
  number: number
  roundId: string | null
  publishedAt: Date | null
}

/**
 * A version a response can have changed. `base` is the one it is read against: what the round consulted on, or what was
 * public when it opened. `obliges`: it is public, so whoever says a finding is followed must show where.
 */
export type LaterVersion<Version> = { version: Version; base: Version | null; obliges: boolean }

/**
 * The versions that come after a round, by document, the nearest first: drafts too. Where the round consulted on nothing,
 * every version published since it opened obliges; else those of the documents it consulted on.
 */
export function laterVersions<Version extends DatedVersion>(
  versions: readonly Version[],
  round: { id: string; opensAt: Date },
): LaterVersion<Version>[] {
  const inOrder = [...versions].sort((a, b) => a.number - b.number)
  const consulted = inOrder.filter(({ roundId, publishedAt }) => roundId === round.id && publishedAt)
  const documents = [...new Set(versions.map(({ documentId }) => documentId))]
  return documents.flatMap((documentId) => {
    const own = inOrder.filter((version) => version.documentId === documentId)
    const asked = consulted.filter((version) => version.documentId === documentId)
    const before = own.filter(({ publishedAt }) => publishedAt && publishedAt <= round.opensAt)
    const base = asked.at(-1) ?? before.at(-1) ?? null
    return own
      .filter(({ number, publishedAt, roundId }) =>
        base ? number > base.number : roundId !== round.id && (!publishedAt || publishedAt > round.opensAt),
      )
      .map((version) => ({
        ...{ version, base },
        obliges: version.publishedAt !== null && (consulted.length === 0 || asked.length > 0),
      }))
  })
}
