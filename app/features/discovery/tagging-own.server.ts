import { type SQL, sql } from 'drizzle-orm'
import { taggings } from '#db/schema/index.ts'

/**
 * What a job put there, as a common table expression `ours`: also where its passage was split or its theme merged since.
 * What somebody said otherwise since is theirs: a position, or the theme put back.
 */
export const oursOf = (jobId: SQL | string) => sql`recursive ours as (
    select id, passage_id, theme_id, tagged_by, tagged_at, removed_at from ${taggings} where job_id = ${jobId}
    union
    select t.id, t.passage_id, t.theme_id, t.tagged_by, t.tagged_at, t.removed_at
    from ${taggings} t join ours on t.follows_id = ours.id
    where t.job_id is null and t.tagged_by = ours.tagged_by
      and (t.theme_id <> ours.theme_id or t.tagged_at = ours.tagged_at))`
