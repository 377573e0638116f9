import { type SQL, sql } from 'drizzle-orm'
import { themes } from '#db/schema/index.ts'

/** A theme and what it became part of when it was merged, one after the other, as a query of their ids. */
export const lineOfMerged = (themeId: SQL) => sql`
  with recursive line as (
    select id, merged_into from ${themes} where id = ${themeId}
    union select further.id, further.merged_into from ${themes} further join line on further.id = line.merged_into)
  select id from line`

/** The theme that stands where somebody looks for one, as an expression: successorOf of codebook.ts, said in SQL. */
export const standingThemeId = (themeId: SQL) =>
  sql<string | null>`(${lineOfMerged(themeId)} where merged_into is null limit 1)`
