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

/**
 * What a theme belongs to, as an expression over a row of themes: what it became part of, else the theme it lies under.
 * Whatever still stands on a merged theme is of its successor by it, and of nothing the merged one lay under.
 */
export const themeAbove = (theme: SQL) => sql`coalesce(${theme}.merged_into, ${theme}.parent_id)`

/** The theme that stands for one, with all that became part of it or lies under it, as a query of their ids. */
export const themesOf = (themeId: SQL) => sql`
  with recursive own (id) as (
    select ${standingThemeId(themeId)}
    union select h.id from ${themes} h join own on ${themeAbove(sql`h`)} = own.id)
  select id from own where id is not null`
