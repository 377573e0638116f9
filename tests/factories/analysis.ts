import { themeColour } from '#app/features/analysis/theme.ts'
import type { Database } from '#db/client.server.ts'
import { passages, taggings, themes } from '#db/schema/index.ts'
import { only, unique } from './people.ts'

let made = 0

/** A theme of the strategy's codebook with two letters of its own. */
export async function aTheme(
  db: Database,
  strategy: { id: string },
  own: Partial<typeof themes.$inferInsert> = {},
) {
  const letter = (n: number) => String.fromCharCode(65 + (n % 26))
  const number = made++
  const values = {
    ...{ strategyId: strategy.id, code: letter(number / 26) + letter(number), colour: themeColour(number) },
    ...{ position: number + 1, title: { nb: `Tema ${unique()}` }, definition: { nb: 'Det som hører til.' } },
    ...own,
  }
  return only(await db.insert(themes).values(values).returning())
}

/** A theme on a passage, put there by somebody. */
export async function aTagging(
  db: Database,
  passage: { id: string; strategyId: string },
  theme: { id: string },
  taggedBy: string,
  own: Partial<typeof taggings.$inferInsert> = {},
) {
  const values = {
    strategyId: passage.strategyId,
    passageId: passage.id,
    themeId: theme.id,
    taggedBy,
    ...own,
  }
  return only(await db.insert(taggings).values(values).returning())
}

/** A passage of a frozen answer as the worker cuts it, all of the text unless told otherwise. */
export async function aPassage(
  db: Database,
  place: Pick<
    typeof passages.$inferInsert,
    'strategyId' | 'roundId' | 'inputId' | 'versionId' | 'answerId' | 'questionId'
  >,
  text: string,
  own: Partial<typeof passages.$inferInsert> = {},
) {
  const values = { ...place, position: 1, startCp: 0, endCp: [...text].length, text, lang: 'nb', ...own }
  return only(await db.insert(passages).values(values).returning())
}
