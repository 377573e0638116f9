import { and, count, desc, eq, isNotNull } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import {
  inputMasks,
  inputPublications,
  inputVersions,
  inputWithholdings,
  people,
  takedownRequests,
} from '#db/schema/index.ts'

/** Something that was decided about what the public reads of a version. */
export type Decision = {
  what: 'published' | 'masked' | 'unmasked' | 'withheld' | 'lifted' | 'takedown'
  at: Date
  by: string
  /** How many stretches, for masks. */
  count: number
  legalBasis: string | null
  reason: string | null
  /** The request that was decided, for takedowns. */
  takedown: { id: string; decision: string } | null
}

const MOST = 100

/** What has been decided about a version, newest first; masks of one decision are one. For those who work on it. */
export async function listDecisions(versionId: string): Promise<Decision[]> {
  const { db } = database()
  const ofVersion = eq(inputMasks.versionId, versionId)
  const [published, masked, unmasked, withheld, takedowns] = await Promise.all([
    db
      .select({ at: inputPublications.publishedAt, by: people.name })
      .from(inputPublications)
      .innerJoin(people, eq(people.id, inputPublications.publishedBy))
      .where(eq(inputPublications.versionId, versionId)),
    db
      .select({
        ...{ at: inputMasks.maskedAt, by: people.name, count: count() },
        ...{ legalBasis: inputMasks.legalBasis, reason: inputMasks.reason },
      })
      .from(inputMasks)
      .innerJoin(people, eq(people.id, inputMasks.maskedBy))
      .where(ofVersion)
      .groupBy(inputMasks.maskedAt, people.name, inputMasks.legalBasis, inputMasks.reason)
      .orderBy(desc(inputMasks.maskedAt))
      .limit(MOST),
    db
      .select({
        ...{ at: inputMasks.removedAt, by: people.name, count: count() },
        legalBasis: inputMasks.legalBasis,
      })
      .from(inputMasks)
      .innerJoin(people, eq(people.id, inputMasks.removedBy))
      .where(and(ofVersion, isNotNull(inputMasks.removedAt)))
      .groupBy(inputMasks.removedAt, people.name, inputMasks.legalBasis)
      .orderBy(desc(inputMasks.removedAt))
      .limit(MOST),
    listWithholdings(versionId),
    db
      .select({
        ...{ id: takedownRequests.id, decision: takedownRequests.decision },
        ...{ at: takedownRequests.decidedAt, by: people.name },
      })
      .from(takedownRequests)
      .innerJoin(inputVersions, eq(inputVersions.inputId, takedownRequests.inputId))
      .innerJoin(people, eq(people.id, takedownRequests.decidedBy))
      .where(eq(inputVersions.id, versionId))
      .orderBy(desc(takedownRequests.decidedAt))
      .limit(MOST),
  ])
  const plain = { count: 1, legalBasis: null, reason: null, takedown: null }
  const decisions: (Omit<Decision, 'at'> & { at: Date | null })[] = [
    ...published.map((row) => ({ ...plain, ...row, what: 'published' as const })),
    ...masked.map((row) => ({ ...plain, ...row, what: 'masked' as const })),
    ...unmasked.map((row) => ({ ...plain, ...row, what: 'unmasked' as const })),
    ...withheld,
    ...takedowns.map(({ id, decision, at, by }) => ({
      ...{ ...plain, what: 'takedown' as const, at, by },
      takedown: { id, decision: decision ?? '' },
    })),
  ]
  return decisions
    .flatMap(({ at, ...decision }) => (at ? { ...decision, at } : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST)
}

async function listWithholdings(versionId: string): Promise<(Omit<Decision, 'at'> & { at: Date | null })[]> {
  const { db } = database()
  const ofVersion = eq(inputWithholdings.versionId, versionId)
  const columns = { legalBasis: inputWithholdings.legalBasis, by: people.name }
  const [withheld, lifted] = await Promise.all([
    db
      .select({ ...columns, at: inputWithholdings.withheldAt, reason: inputWithholdings.reason })
      .from(inputWithholdings)
      .innerJoin(people, eq(people.id, inputWithholdings.withheldBy))
      .where(ofVersion)
      .orderBy(desc(inputWithholdings.withheldAt))
      .limit(MOST),
    db
      .select({ ...columns, at: inputWithholdings.liftedAt })
      .from(inputWithholdings)
      .innerJoin(people, eq(people.id, inputWithholdings.liftedBy))
      .where(and(ofVersion, isNotNull(inputWithholdings.liftedAt)))
      .orderBy(desc(inputWithholdings.liftedAt))
      .limit(MOST),
  ])
  const plain = { count: 1, takedown: null }
  return [
    ...withheld.map((row) => ({ ...plain, ...row, what: 'withheld' as const })),
    ...lifted.map((row) => ({ ...plain, ...row, reason: null, what: 'lifted' as const })),
  ]
}
