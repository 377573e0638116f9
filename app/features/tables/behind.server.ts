import { type SQL, sql } from 'drizzle-orm'
import { themesOf } from '#app/features/analysis/theme-line.server.ts'
import { database } from '#app/platform/database.server.ts'
import { isId } from '#app/platform/http/answer.server.ts'
import { inputVersions, passages, taggings } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { ids } from './standing.server.ts'
import type { Subject } from './subject.ts'

/** Of one sender no more are shown in a list; `total` says how many there are. */
const mostOfOne = 5

/** So much of a passage is enough to know it by. */
const longestShown = 300

/** What a sender in a list said that its number is of; `cut` where it goes on. */
export type PassageBehind = { id: string; version: number; text: string; lang: string; cut: boolean }
export type SaidBehind = { total: number; passages: PassageBehind[] }

/**
 * What these senders said of the theme or question a row of a table is of, in the versions that count, by input: what
 * stands in the text, first to last. Of other tables nothing: their numbers are not of anything that was said.
 */
export async function passagesBehind(
  subject: Subject,
  row: string,
  inputIds: readonly string[],
): Promise<Record<string, SaidBehind>> {
  const about = aboutIt(subject, row)
  if (!about || inputIds.length === 0) return {}
  type Row = PassageBehind & { inputId: string; total: string }
  const found = await database().db.execute<Row>(sql`
    select * from (
      select p.input_id as "inputId", p.id, ${inputVersions.number} as version, left(p.text, ${longestShown}) as text, p.lang,
        length(p.text) > ${longestShown} as cut, count(*) over (partition by p.input_id) as total,
        row_number() over (partition by p.input_id order by p.position, p.start_cp, p.id) as place
      from ${passages} p join ${inputVersions} on ${inputVersions.id} = p.version_id
      where p.input_id = any(${ids(inputIds)}) and p.superseded_at is null and ${versionCounts()} and ${about}) said
    where place <= ${mostOfOne} order by "inputId", place`)
  const said: Record<string, SaidBehind> = {}
  for (const { inputId, total, id, version, text, lang, cut } of found) {
    said[inputId] ??= { total: Number(total), passages: [] }
    said[inputId].passages.push({ id, version, text: cut ? wholeWords(text) : text, lang, cut })
  }
  return said
}

// A word that was cut is left out, unless it is all there is.
const wholeWords = (text: string) => text.replace(/(?<=\S)\s+\S*$/, '')

function aboutIt(subject: Subject, row: string): SQL | null {
  switch (subject.kind) {
    case 'question':
    case 'question-positions':
      return sql`p.question_id = ${subject.question.id}`
    case 'questions':
      return isId(row) ? sql`p.question_id = ${row}` : null
    case 'theme-positions':
      return taggedWith(subject.theme.id)
    // These have rows of their own, as «ingen merknader», between the themes.
    case 'themes':
    case 'positions':
      return isId(row) ? taggedWith(row) : null
    default:
      return null
  }
}

const taggedWith = (themeId: string) => sql`exists (select from ${taggings} t
  where t.passage_id = p.id and t.removed_at is null and t.theme_id in (${themesOf(sql`${themeId}::uuid`)}))`
