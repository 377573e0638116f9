import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import {
  inputs,
  inputVersions,
  passages,
  people,
  rounds,
  taggings,
  themeExamples,
  themes,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { textMark } from './theme-history.server.ts'

const counts = versionCounts()

/** One theme with all it says, who has it, and a mark of the text for its form. */
export async function findTheme(strategyId: string, themeId: string) {
  const [found] = await database()
    .db.select({ theme: themes, assignee: people.name })
    .from(themes)
    .leftJoin(people, eq(people.id, themes.assigneeId))
    .where(and(eq(themes.id, themeId), eq(themes.strategyId, strategyId)))
  return found ? { ...found.theme, assignee: found.assignee, seen: textMark(found.theme) } : null
}

const passage = {
  ...{ id: passages.id, text: passages.text, lang: passages.lang, inputId: passages.inputId },
  ...{ version: inputVersions.number, senderName: inputVersions.senderName },
  ...{ round: rounds.title, roundId: passages.roundId },
}

/** One page of the passages a theme is on, newest tagging first, and how many there are on how many inputs. */
export async function listThemePassages(themeId: string, { page, size }: { page: number; size: number }) {
  const { db } = database()
  const on = and(eq(taggings.themeId, themeId), isNull(taggings.removedAt), isNull(passages.supersededAt))
  const rows = await db
    .select({
      ...{ ...passage, position: taggings.position, by: people.name, taggedAt: taggings.taggedAt },
      example: sql<boolean>`exists (select 1 from ${themeExamples}
        where ${themeExamples.themeId} = ${themeId} and ${themeExamples.passageId} = ${passages.id})`,
      total: sql`count(*) over ()`.mapWith(Number),
    })
    .from(taggings)
    .innerJoin(passages, eq(passages.id, taggings.passageId))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(rounds, eq(rounds.id, passages.roundId))
    .innerJoin(people, eq(people.id, taggings.taggedBy))
    .where(on)
    .orderBy(desc(taggings.taggedAt), desc(taggings.id))
    .limit(size)
    .offset((page - 1) * size)
  return { passages: rows, total: rows[0]?.total ?? 0 }
}

/** On how many inputs and passages a theme counts, of the versions that count. */
export async function countTheme(themeId: string) {
  const [found] = await database()
    .db.select({
      inputs: sql`count(distinct ${passages.inputId})`.mapWith(Number),
      passages: sql`count(distinct ${passages.id})`.mapWith(Number),
    })
    .from(taggings)
    .innerJoin(passages, eq(passages.id, taggings.passageId))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(inputs, eq(inputs.id, passages.inputId))
    .where(
      and(
        ...[eq(taggings.themeId, themeId), isNull(taggings.removedAt), isNull(passages.supersededAt)],
        ...[counts, isNull(inputs.withdrawnAt)],
      ),
    )
  return found ?? { inputs: 0, passages: 0 }
}

/** The passages that show what a theme means, in the order they were chosen. */
export function listExamples(themeId: string) {
  return database()
    .db.select(passage)
    .from(themeExamples)
    .innerJoin(passages, eq(passages.id, themeExamples.passageId))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(rounds, eq(rounds.id, passages.roundId))
    .where(and(eq(themeExamples.themeId, themeId), isNull(passages.supersededAt)))
    .orderBy(asc(themeExamples.at))
    .limit(50)
}
