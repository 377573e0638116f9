import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { standingThemeId } from '#app/features/analysis/theme-line.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { findings, findingVersions, responses, responseVersions, rounds, themes } from '#db/schema/index.ts'
import { coverageLines } from './coverage.server.ts'
import type { CoverageCounts } from './coverage.ts'
import type { Disposition } from './disposition.ts'

/** Rounds of one strategy, and findings of one round, that stand on the page of what was heard in all of them. */
const mostRounds = 50
const mostOfRound = 12

/** A published finding in a line, under its theme or what that has become part of. */
export type HeardLine = {
  slug: string
  title: LocalisedText
  theme: LocalisedText | null
  disposition: Disposition | null
}

/** A round with what was heard in it: the first findings, how many there are and are answered, and its coverage. */
export type HeardRound = {
  slug: string
  number: number
  title: LocalisedText
  findings: HeardLine[]
  total: number
  answered: number
  coverage: CoverageCounts | null
}

/** What was heard in the published rounds of a strategy and what was made of it, the latest round first; three queries. */
export async function heardIn(strategyId: string): Promise<HeardRound[]> {
  const { db } = database()
  const held = await db
    .select({ id: rounds.id, slug: rounds.slug, number: rounds.number, title: rounds.title })
    .from(rounds)
    .where(and(eq(rounds.strategyId, strategyId), isNotNull(rounds.publishedAt)))
    .orderBy(desc(rounds.number))
    .limit(mostRounds)
  type Row = HeardLine & { roundId: string; total: number; answered: number }
  const rows = await db.execute<Row>(sql`
    select slug, title, theme, disposition, round_id as "roundId", total, answered from (
      select f.slug, fv.title, t.title as theme, rv.disposition, f.round_id, f.position, f.id,
        row_number() over (partition by f.round_id order by f.position, f.id) as place,
        (count(*) over (partition by f.round_id))::int as total,
        (count(rv.response_id) over (partition by f.round_id))::int as answered
      from ${findings} f
      join ${findingVersions} fv on fv.finding_id = f.id and fv.revision = f.published_revision
      left join ${themes} t on t.id = ${standingThemeId(sql`fv.theme_id`)}
      left join ${responses} r on r.finding_id = f.id and r.citation_id is null and r.published_at is not null
      left join ${responseVersions} rv on rv.response_id = r.id and rv.revision = r.published_revision
      where f.strategy_id = ${strategyId} and f.published_at is not null
    ) line where place <= ${mostOfRound} order by position, id limit ${mostRounds * mostOfRound}`)
  const summed = held.filter(({ id }) => rows.some(({ roundId }) => roundId === id))
  const lines = await coverageLines(
    strategyId,
    summed.map(({ id }) => id),
  )
  return held.map(({ id, ...round }) => {
    const own = rows.filter(({ roundId }) => roundId === id)
    return {
      ...round,
      findings: own.map(({ slug, title, theme, disposition }) => ({ slug, title, theme, disposition })),
      ...{ total: own[0]?.total ?? 0, answered: own[0]?.answered ?? 0, coverage: lines.get(id) ?? null },
    }
  })
}
