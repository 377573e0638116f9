import { sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { inputVersions, passages, taggings } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import type { inTreeOrder, PlacedTheme } from './codebook.ts'
import { codebookProblems, type HealthTheme } from './codebook-health.ts'
import { countCodebook, countThemes, listThemeTexts } from './codebook-list.server.ts'

const counts = versionCounts()

// Pairs that share no input are not there, and those that share one or two say nothing.
const fewest = 3

/** On how many inputs two themes are both, for every pair that shares some. */
async function listOverlaps(strategyId: string) {
  const rows = await database().db.execute<{ one: string; other: string; both: string }>(sql`
    with used as (
      select distinct ${taggings.themeId} as theme_id, ${passages.inputId} as input_id
      from ${taggings} join ${passages} on ${passages.id} = ${taggings.passageId}
      join ${inputVersions} on ${inputVersions.id} = ${passages.versionId}
      join inputs on inputs.id = ${passages.inputId} and inputs.withdrawn_at is null
      where ${taggings.strategyId} = ${strategyId} and ${taggings.removedAt} is null
      and ${taggings.themeId} is not null and ${passages.supersededAt} is null and ${counts})
    select a.theme_id as one, b.theme_id as other, count(*) as both
    from used a join used b on b.input_id = a.input_id and b.theme_id > a.theme_id
    group by a.theme_id, b.theme_id having count(*) >= ${fewest}
    order by count(*) desc limit 2000`)
  return rows.map(({ one, other, both }) => ({ one, other, both: Number(both) }))
}

type Row = ReturnType<typeof inTreeOrder<PlacedTheme>>[number]

/** What there is to look at in a codebook, for themes in use. */
export async function checkCodebook(strategyId: string, tree: readonly Row[]) {
  const [texts, used, whole, overlaps] = await Promise.all([
    listThemeTexts(strategyId),
    countThemes(strategyId),
    countCodebook(strategyId),
    listOverlaps(strategyId),
  ])
  const inUse = tree.filter(({ retiredAt }) => retiredAt === null)
  const themes = inUse.flatMap(({ id }): HealthTheme[] => {
    const text = texts.find((one) => one.id === id)
    const use = used.find(({ themeId }) => themeId === id) ?? { inputs: 0, passages: 0, positions: 0 }
    if (!text) return []
    const { code, title, definition } = text
    const { inputs, passages: on, positions } = use
    const leaf = inUse.every(({ parentId }) => parentId !== id)
    return [{ ...{ id, code, title, definition, leaf, inputs, passages: on, positions } }]
  })
  return { ...whole, themes: themes.length, problems: codebookProblems({ ...whole, themes, overlaps }) }
}
