import { type SQL, sql } from 'drizzle-orm'
import { themes } from '#db/schema/index.ts'
import { lineOfMerged, standingThemeId } from '#search/merged-themes.server.ts'

export { lineOfMerged, standingThemeId }

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
