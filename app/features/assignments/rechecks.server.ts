import { type SQL, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { inputs, inputVersions } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import type { Reader } from './queue.server.ts'

/** A theme that came after somebody had read, and how many of the texts they read have not been looked through for it. */
export type OwnRecheck = {
  themeId: string
  strategyId: string
  code: string
  colour: number
  title: LocalisedText
  count: number
}

const mostThemes = 20

/** The texts somebody read before a theme was there, theme by theme, the newest theme first. */
export async function listRechecks(reader: Reader): Promise<OwnRecheck[]> {
  if (reader.strategyIds.length === 0) return []
  const rows = await database().db.execute<OwnRecheck>(sql`${waiting(reader)}
    select themes.id as "themeId", themes.strategy_id as "strategyId", themes.code, themes.colour, themes.title,
      count(*)::int as "count"
    from waiting join themes on themes.id = waiting.theme_id
    group by themes.id order by themes.created_at desc, themes.id limit ${mostThemes}`)
  return rows.map((row) => ({ ...row }))
}

/** How many texts wait to be looked through again; one that waits for two themes is one. */
export async function countRechecks(reader: Reader): Promise<number> {
  if (reader.strategyIds.length === 0) return 0
  const [row] = await database().db.execute<{ count: number }>(
    sql`${waiting(reader)} select count(distinct version_id)::int as "count" from waiting`,
  )
  return row?.count ?? 0
}

// The rule of the codebook's own list (codebook-rechecks.server.ts), for what somebody has read themselves: nobody has
// looked since the theme came, neither by reading again, nor by tagging with it, nor by saying so. What has been looked
// through is put beside the rest and grouped away: looked for text by text, a theme on 20,000 passages took minutes.
const waiting = ({ personId, strategyIds }: Reader): SQL => sql`with last_read as (
    select version_id, strategy_id, min(at) as at from (
      select version_id, strategy_id, answer_id, max(at) as at from readings
      where version_id in (select version_id from readings
        where person_id = ${personId} and strategy_id in ${strategyIds})
      group by version_id, strategy_id, answer_id) as answers
    group by version_id, strategy_id
  ),
  late as materialized (
    select id, strategy_id, created_at from themes where strategy_id in ${strategyIds} and retired_at is null
      and created_at > (select min(at) from last_read)
  ),
  waiting as (
    select version_id, theme_id from (
      select last_read.version_id, late.id as theme_id, true as left_over
      from last_read
      join ${inputVersions} on ${inputVersions.id} = last_read.version_id
      join ${inputs} on ${inputs.id} = ${inputVersions.inputId} and ${inputs.withdrawnAt} is null
      join late on late.strategy_id = last_read.strategy_id and late.created_at > last_read.at
      where ${versionCounts()}
      union all select version_id, theme_id, false from theme_rechecks where theme_id in (select id from late)
      union all select passages.version_id, taggings.theme_id, false
        from taggings join passages on passages.id = taggings.passage_id
        where taggings.theme_id in (select id from late)
    ) standing group by version_id, theme_id having bool_and(left_over)
  )`
