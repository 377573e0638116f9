import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { standingThemeId, themeAbove } from '#app/features/analysis/theme-line.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  citations,
  findings,
  inputs,
  inputVersions,
  passages,
  responses,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'

/** Lines of each list that are shown; whoever has more gaps than these begins with the first. */
const most = 100

/** A theme in use that no finding of the round is of. */
export type ThemeGap = {
  id: string
  code: string
  colour: number
  title: LocalisedText
  passages: number
  senders: number
}

/** A finding among whose passages are both support and opposition, and that cites one of them only. */
export type OneSided = {
  id: string
  title: LocalisedText
  supporting: number
  supportingCited: number
  against: number
  againstCited: number
}

/**
 * What is missing in a round, for those who work with it: themes in use without a finding, findings that cite one side
 * where there are two, and findings without a published response. The caller has asked the policy. Three queries.
 */
export async function coverageGaps(roundId: string) {
  const [themesLeft, sides, unanswered] = await Promise.all([
    listThemesLeft(roundId),
    listOneSided(roundId),
    listWithoutResponse(roundId),
  ])
  return { themes: themesLeft, sides, unanswered }
}

// A finding's theme counts as what it became part of, and whatever became part of that or lies under it is of it too.
const themesOfFindings = (roundId: string) => sql`line (finding_id, id, step) as (
    select f.id, ${standingThemeId(sql`f.theme_id`)}, 0 from ${findings} f
      where f.round_id = ${roundId} and f.theme_id is not null
    union
    select line.finding_id, t.id, line.step + 1
    from line join ${themes} t on ${themeAbove(sql`t`)} = line.id where line.step < 20
  )`

const standing = (roundId: string) => sql`${taggings} t
  join ${passages} p on p.id = t.passage_id and p.superseded_at is null and p.round_id = ${roundId}
  join ${inputs} i on i.id = p.input_id and i.withdrawn_at is null
  join ${inputVersions} on ${inputVersions.id} = p.version_id and ${versionCounts()}`

async function listThemesLeft(roundId: string): Promise<ThemeGap[]> {
  const rows = await database().db.execute<ThemeGap>(sql`
    with recursive ${themesOfFindings(roundId)}
    select h.id, h.code, h.colour, h.title, count(*)::int as passages, count(distinct p.input_id)::int as senders
    from ${standing(roundId)} join ${themes} h on h.id = t.theme_id
    where t.removed_at is null and h.id not in (select id from line)
    group by h.id order by count(distinct p.input_id) desc, h.position, h.id limit ${most}`)
  return [...rows]
}

async function listOneSided(roundId: string): Promise<OneSided[]> {
  const rows = await database().db.execute<OneSided>(sql`
    with recursive ${themesOfFindings(roundId)},
    told as (
      select line.finding_id, t.position = 'against' as against, exists (
          select from ${citations} c where c.finding_id = line.finding_id and c.answer_id = p.answer_id
            and c.start_cp < p.end_cp and c.end_cp > p.start_cp) as cited
      from ${standing(roundId)} join line on line.id = t.theme_id
      where t.removed_at is null and t.position in ('supports', 'supports-with-remarks', 'against')
    )
    select f.id, f.title, (count(*) filter (where not against))::int as supporting,
      (count(*) filter (where not against and cited))::int as "supportingCited",
      (count(*) filter (where against))::int as against,
      (count(*) filter (where against and cited))::int as "againstCited"
    from told join ${findings} f on f.id = told.finding_id
    group by f.id
    having bool_or(against) and bool_or(not against) and bool_or(cited)
      and not (bool_or(against and cited) and bool_or(not against and cited))
    order by f.position, f.id limit ${most}`)
  return [...rows]
}

function listWithoutResponse(roundId: string) {
  const { db } = database()
  const answered = db
    .select({ id: responses.findingId })
    .from(responses)
    .where(and(isNull(responses.citationId), sql`${responses.publishedAt} is not null`))
  return db
    .select({ id: findings.id, title: findings.title, publishedAt: findings.publishedAt })
    .from(findings)
    .where(and(eq(findings.roundId, roundId), notInArray(findings.id, answered)))
    .orderBy(asc(findings.position), asc(findings.id))
    .limit(most)
}

export type Gaps = Awaited<ReturnType<typeof coverageGaps>>
