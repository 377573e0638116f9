import type { Transaction } from '#app/platform/database.server.ts'
import type { findings } from '#db/schema/index.ts'
import { markersIn } from './finding-text.ts'
import { findVersion } from './writing.server.ts'

/** In which texts of a finding the mark of a citation or a count stands: as written now, as published, as approved. */
export async function standsInTexts(
  tx: Transaction,
  finding: typeof findings.$inferSelect,
  kind: 'citation' | 'count',
  number: number,
) {
  const stands = (text: object) => {
    const { citations, counts } = markersIn(Object.values(text).join('\n\n'))
    return (kind === 'citation' ? citations : counts).includes(number)
  }
  const inRevision = async (revision: number | null) => {
    const version = revision === null ? undefined : await findVersion(tx, finding.id, revision)
    return version !== undefined && stands(version.text)
  }
  return {
    current: stands(finding.text),
    published: await inRevision(finding.publishedRevision),
    approved: await inRevision(finding.approvedRevision),
  }
}

/** Why what stands in a text is not taken away. */
export function standingProblem({
  current,
  published,
  approved,
}: Awaited<ReturnType<typeof standsInTexts>>): 'in-text' | 'in-published-text' | 'in-approved-text' | null {
  if (current) return 'in-text'
  if (published) return 'in-published-text'
  return approved ? 'in-approved-text' : null
}
