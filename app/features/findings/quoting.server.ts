import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { MaskRange } from '#app/features/inputs/masking.ts'
import { database } from '#app/platform/database.server.ts'
import { citations, findings, rounds, strategies } from '#db/schema/index.ts'

const MOST_LISTED = 100
const BEYOND_ANY_TEXT = 2 ** 31

/**
 * The findings that quote any of these stretches of a version, or anything of it when no stretches are given; published
 * ones first. For staff: whoever asks must work on the strategy, for findings nobody has published are among them.
 */
export function findingsQuoting(versionId: string, ranges: readonly MaskRange[] | null) {
  return database()
    .db.selectDistinct({
      id: findings.id,
      slug: findings.slug,
      title: findings.title,
      publishedAt: findings.publishedAt,
      round: rounds.slug,
      roundId: rounds.id,
      strategy: strategies.slug,
      waiting: sql<boolean>`${findings.publishedAt} is null`.as('waiting'),
    })
    .from(citations)
    .innerJoin(findings, eq(findings.id, citations.findingId))
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .innerJoin(strategies, eq(strategies.id, findings.strategyId))
    .where(and(eq(citations.versionId, versionId), ranges === null ? undefined : anyOf(ranges)))
    .orderBy(sql`waiting`, asc(findings.slug), asc(findings.id))
    .limit(MOST_LISTED)
}

function anyOf(ranges: readonly MaskRange[]): SQL | undefined {
  const sound = ranges.filter(
    ({ startCp, endCp }) => Math.abs(startCp) < BEYOND_ANY_TEXT && Math.abs(endCp) < BEYOND_ANY_TEXT,
  )
  if (sound.length === 0) return sql`false`
  return or(
    ...sound.map(
      ({ answerId, startCp, endCp }) =>
        sql`${citations.answerId} = ${answerId} and ${citations.startCp} < ${endCp} and ${citations.endCp} > ${startCp}`,
    ),
  )
}
