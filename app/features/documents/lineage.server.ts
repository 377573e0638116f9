import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#app/platform/database.server.ts'
import { alignmentLinks, documentVersions, versionAlignments } from '#db/schema/index.ts'
import { type ProposedLink, proposeAlignment } from './alignment.ts'
import { alignmentRefusal, composeLineage, type LineageBlock, type Link } from './lineage.ts'

/** A version with its text, as lineage is asked for. */
export type TextOfVersion = { id: string; number: number; publishedAt: Date | null; blocks: LineageBlock[] }

/**
 * How two versions belong together and who says so: somebody confirmed these two, or each step between them, or it
 * is proposed by the program. `outdated` was confirmed, but the text has been written on since.
 */
export type Lineage = {
  links: ProposedLink[]
  source: 'confirmed' | 'composed' | 'proposed' | 'outdated'
}

const mostAlignments = 500
const mostLinks = 10_000

type Confirmed = { id: string; from: string; to: string; between: boolean }

/** The confirmed alignments of a document. `between` are those between two published versions: others may change. */
async function listConfirmed(documentId: string): Promise<Confirmed[]> {
  const [earlier, later] = [alias(documentVersions, 'earlier'), alias(documentVersions, 'later')]
  const rows = await database()
    .db.select({
      ...{ id: versionAlignments.id, from: versionAlignments.fromVersionId },
      ...{ to: versionAlignments.toVersionId, one: earlier.publishedAt, other: later.publishedAt },
    })
    .from(versionAlignments)
    .innerJoin(earlier, eq(earlier.id, versionAlignments.fromVersionId))
    .innerJoin(later, eq(later.id, versionAlignments.toVersionId))
    .where(eq(versionAlignments.documentId, documentId))
    .orderBy(asc(earlier.number), asc(later.number))
    .limit(mostAlignments)
  return rows.map(({ one, other, ...row }) => ({ ...row, between: one !== null && other !== null }))
}

async function linksOf(alignmentIds: readonly string[]): Promise<Map<string, Link[]>> {
  const found = new Map<string, Link[]>(alignmentIds.map((id) => [id, []]))
  if (alignmentIds.length === 0) return found
  const rows = await database()
    .db.select({
      ...{ alignment: alignmentLinks.alignmentId, from: alignmentLinks.fromId, to: alignmentLinks.toId },
    })
    .from(alignmentLinks)
    .where(inArray(alignmentLinks.alignmentId, [...alignmentIds]))
    .limit(mostLinks * alignmentIds.length)
  for (const { alignment, from, to } of rows) found.get(alignment)?.push({ from, to })
  return found
}

/** The shortest way of confirmed steps from one version to a later one; null when there is none. */
function wayBetween(confirmed: readonly Confirmed[], from: string, to: string): Confirmed[] | null {
  const ways = new Map<string, Confirmed[]>([[from, []]])
  const queue = [from]
  for (const at of queue) {
    const way = ways.get(at) ?? []
    if (at === to) return way
    for (const step of confirmed)
      if (step.from === at && !ways.has(step.to) && (step.between || step.to === to)) {
        ways.set(step.to, [...way, step])
        queue.push(step.to)
      }
  }
  return null
}

/** How two versions of a document belong together. Asked for two of the same document, the earlier first. */
export async function lineageBetween(
  documentId: string,
  from: TextOfVersion,
  to: TextOfVersion,
): Promise<Lineage> {
  const confirmed = await listConfirmed(documentId)
  const direct = confirmed.find((one) => one.from === from.id && one.to === to.id)
  const way = direct ? [direct] : wayBetween(confirmed, from.id, to.id)
  if (!way || way.length === 0) return { links: proposal(from, to), source: 'proposed' }
  const links = await linksOf(way.map(({ id }) => id))
  const composed = way.map(({ id }) => links.get(id) ?? []).reduce(composeLineage)
  const refusal = alignmentRefusal(composed, from.blocks, to.blocks)
  // Composed of steps, several may have become several: that is not confirmed as such, but it is what happened.
  if (refusal === null || (refusal === 'tangled' && !direct))
    return {
      links: composed.map((link) => ({ ...link, sure: true })),
      source: direct ? 'confirmed' : 'composed',
    }
  if (!direct) return { links: proposal(from, to), source: 'proposed' }
  return { links: proposeAlignment(from.blocks, to.blocks, composed), source: 'outdated' }
}

/**
 * The versions confirmed lineage leads to from a published one, nearest first, each with the way there composed into
 * one. What was said of a version is shown with what became of it in the last of them.
 */
export async function confirmedFrom(documentId: string, versionId: string): Promise<Map<string, Link[]>> {
  const confirmed = (await listConfirmed(documentId)).filter(({ between }) => between)
  const ends = [...new Set(confirmed.map(({ to }) => to))]
  const ways = ends.flatMap((end) => {
    const way = end === versionId ? null : wayBetween(confirmed, versionId, end)
    return way && way.length > 0 ? [{ end, way }] : []
  })
  const links = await linksOf([...new Set(ways.flatMap(({ way }) => way.map(({ id }) => id)))])
  return new Map(
    ways.map(({ end, way }) => [end, way.map(({ id }) => links.get(id) ?? []).reduce(composeLineage)]),
  )
}

// The texts of published versions never change, and what is proposed for them does not either.
const proposals = new Map<string, ProposedLink[]>()
const mostProposals = 20

function proposal(from: TextOfVersion, to: TextOfVersion): ProposedLink[] {
  if (!from.publishedAt || !to.publishedAt) return proposeAlignment(from.blocks, to.blocks)
  const key = `${from.id} ${to.id}`
  const known = proposals.get(key) ?? proposeAlignment(from.blocks, to.blocks)
  proposals.delete(key)
  proposals.set(key, known)
  const [oldest] = proposals.keys()
  if (proposals.size > mostProposals && oldest) proposals.delete(oldest)
  return known
}

/** The alignment of two versions, held if there is one. */
export const alignmentOf = (fromVersionId: string, toVersionId: string) =>
  and(eq(versionAlignments.fromVersionId, fromVersionId), eq(versionAlignments.toVersionId, toVersionId))
