import type { VersionKind } from './input.ts'

/** A frozen version as the question of what counts sees it. */
export type CountableVersion = { kind: VersionKind; submittedAt: Date; number: number; takenBack?: boolean }

/**
 * The versions of one input that count, oldest first.
 *
 * What a sender sent itself is one line, and one version of it counts: the latest politically adopted if there is
 * any, else the latest administrative or correction. A correction never overrules what was adopted: to change that,
 * the sender adopts anew. Versions registered by staff (letters, e-mails, imports) stand beside that line and do not
 * replace anything, because several letters from one body are several texts; all of them count, until staff take one back.
 */
export function effectiveVersions<Version extends CountableVersion>(versions: readonly Version[]): Version[] {
  const inOrder = versions.filter(({ takenBack }) => takenBack !== true).sort(byTime)
  const adopted = inOrder.findLast((version) => version.kind === 'adopted')
  const own = adopted ?? inOrder.findLast((version) => version.kind !== 'registered')
  return inOrder.filter((version) => version.kind === 'registered' || version === own)
}

function byTime(one: CountableVersion, other: CountableVersion): number {
  return one.submittedAt.getTime() - other.submittedAt.getTime() || one.number - other.number
}
