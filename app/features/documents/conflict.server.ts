import { and, eq } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { paragraphs, people } from '#db/schema/index.ts'
import type { TextAct } from './forms.ts'
import { textFromBlocks, tidyText } from './writing-notation.ts'

/** What somebody else saved in a block in the meantime. */
export async function savedMeanwhile(versionId: string, blockId: string) {
  const [saved] = await database()
    .db.select({
      ...{ text: paragraphs.text, revision: paragraphs.revision },
      ...{ at: paragraphs.updatedAt, by: people.name },
    })
    .from(paragraphs)
    .leftJoin(people, eq(people.id, paragraphs.updatedBy))
    .where(and(eq(paragraphs.id, blockId), eq(paragraphs.versionId, versionId)))
  return saved ?? null
}

/** The words somebody wrote in or after a block that is gone, as they can be put in elsewhere. */
export function textLeftOver(act: Extract<TextAct, { act: 'edit' | 'insert' }>) {
  const { nb, nn, textEn = '', textSv = '' } = act
  if (act.act === 'insert') return { nb, nn, textEn, textSv }
  const kind = act.kind === 'uncounted' ? ('heading' as const) : act.kind
  const unnumbered = act.kind === 'uncounted' ? { unnumbered: true as const } : {}
  const inNotation = (text: string) =>
    text.trim() ? textFromBlocks([{ kind, ...unnumbered, text: tidyText(kind, text) }]) : ''
  return {
    ...{ nb: inNotation(nb), nn: inNotation(nn) },
    ...{ textEn: inNotation(textEn), textSv: inNotation(textSv) },
  }
}
