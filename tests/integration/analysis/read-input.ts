import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { passages, taggings } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'

/** Three passages, the first of two sentences. */
export const text = 'Vi støtter målet 🎻. Men fristen er for kort.\nVi trenger tid.\n\nOg penger.'

/** An input with that text, two who read it, and three themes. */
export async function aReadInput(db: Database) {
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy })
  const asked = await aQuestionnaire(db, round)
  const sent = await aSubmittedInput(db, round, await anOrganisation(db), { [asked[0]?.id ?? '']: text })
  const reader = await aStaffMember(db, strategy, 'analyst')
  const other = await aStaffMember(db, strategy, 'editor')
  const themes = [await aTheme(db, strategy), await aTheme(db, strategy), await aTheme(db, strategy)]
  const versionId = sent.version.id
  return {
    strategy,
    round,
    sent,
    reader,
    other,
    versionId,
    theme: themes.map(({ id }) => id) as [string, string, string],
  }
}

/** The passages of a version as they stand, each with the themes and positions that stand on it. */
export async function standing(db: Database, versionId: string) {
  const rows = await db
    .select()
    .from(passages)
    .where(and(eq(passages.versionId, versionId), isNull(passages.supersededAt)))
    .orderBy(asc(passages.startCp), asc(passages.endCp))
  const stood = await db
    .select()
    .from(taggings)
    .where(and(isNull(taggings.removedAt)))
  return rows.map((row) => ({
    ...row,
    on: stood
      .filter(({ passageId }) => passageId === row.id)
      .map(({ themeId, paragraphId, position }) => `${themeId ?? paragraphId} ${position}`)
      .sort(),
  }))
}

/** What came of it, where it was not refused. */
export const done = <Outcome extends object>(outcome: Outcome) => {
  if ('refusal' in outcome) throw new Error(String(outcome.refusal))
  return outcome as Exclude<Outcome, { refusal: string }>
}
