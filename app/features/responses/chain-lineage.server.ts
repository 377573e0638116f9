import { type SQL, sql } from 'drizzle-orm'
import type { Story } from '#app/features/documents/paragraph.ts'
import { database } from '#app/platform/database.server.ts'
import {
  alignmentLinks,
  changes,
  documentVersions,
  findings,
  paragraphs,
  responses,
  rounds,
  versionAlignments,
} from '#db/schema/index.ts'
import { readableComments } from './chain-comments.server.ts'

// Confirmed alignments between published versions are the only lineage there is: a block that was split, merged or moved
// is followed through them, however many versions lie between. The way begins at a published version and goes back.

/** Most steps back that are followed, far above any document's number of versions. */
const mostSteps = 200

const confirmed = sql`join ${alignmentLinks} l on l.to_id = up.id and l.from_id is not null
  join ${versionAlignments} al on al.id = l.alignment_id
  join ${documentVersions} earlier on earlier.id = al.from_version_id and earlier.published_at is not null`

/** The ids of a paragraph and of all that it came from. `paragraph` names the column of the query it stands in. */
export const lineageUp = (paragraph: SQL): SQL => sql`with recursive up (id, step) as (
    select ${paragraph}, 0
    union
    select l.from_id, up.step + 1 from up ${confirmed} where up.step < ${mostSteps}
  ) select distinct id::text from up`

/**
 * The paragraphs of a published version that have a story: a published response changed them or what they came from
 * ('led'), or only what they became ('became'), or they were commented on ('said'; left out without a
 * moment to read inputs as of). By address; one query.
 */
export async function storiesOf(
  strategy: string,
  document: string,
  version: number,
  now: Date | null,
): Promise<Record<string, Story>> {
  const said = now
    ? sql`union all select up.own_id, 'said', 3 from up
        where exists (select ${readableComments(now)} and a.paragraph_id = up.id)`
    : sql``
  const rows = await database().db.execute<{ anchor: string; story: Story }>(sql`
    with recursive own as (
      select p.id, p.anchor from ${paragraphs} p
      join ${documentVersions} v on v.id = p.version_id and v.published_at is not null and v.number = ${version}
      join documents d on d.id = v.document_id and d.slug = ${document}
      join strategies s on s.id = d.strategy_id and s.slug = ${strategy}
    ),
    up (own_id, id, step) as (
      select id, id, 0 from own
      union
      select up.own_id, l.from_id, up.step + 1 from up ${confirmed} where up.step < ${mostSteps}
    ),
    done as (
      select c.from_paragraph_id, c.to_paragraph_id from ${changes} c
      join ${responses} r on r.id = c.response_id and r.published_at is not null
      join ${findings} f on f.id = r.finding_id and f.published_at is not null
      join ${rounds} o on o.id = f.round_id and o.published_at is not null
      left join ${paragraphs} b on b.id = c.from_paragraph_id
      left join ${documentVersions} bv on bv.id = b.version_id
      left join ${paragraphs} a on a.id = c.to_paragraph_id
      left join ${documentVersions} av on av.id = a.version_id
      left join ${documentVersions} cv on cv.id = c.version_id
      where c.removed_at is null and (b.id is null or bv.published_at is not null)
        and (a.id is null or av.published_at is not null) and (cv.id is null or cv.published_at is not null)
        and c.strategy_id = (select s.id from strategies s where s.slug = ${strategy})
    )
    select distinct on (own.anchor) own.anchor, told.story from own
    join (
      select up.own_id, 'led' as story, 1 as first from done join up on up.id = done.to_paragraph_id
      union all select done.from_paragraph_id, 'became', 2 from done where done.from_paragraph_id is not null
      ${said}
    ) told on told.own_id = own.id
    order by own.anchor, told.first limit 5000`)
  return Object.fromEntries(rows.map(({ anchor, story }) => [anchor, story]))
}
