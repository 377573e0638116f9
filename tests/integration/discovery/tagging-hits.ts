import { asc, eq, sql } from 'drizzle-orm'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { askTagging } from '#app/features/discovery/tagging-job.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Database } from '#db/client.server.ts'
import { passages, taggings } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { makeFindable } from './findable.ts'

/** An input of so many paragraphs, each with the word, that can be found; a theme; and somebody of each role. */
export async function hitsOf(db: Database, word: string, count: number) {
  const round = await aRound(db)
  const [asked] = await aQuestionnaire(db, round)
  const text = Array.from({ length: count }, (_, at) => `Her står ${word} for gang nummer ${at}.`).join(
    '\n\n',
  )
  const answers = { [asked?.id ?? '']: text }
  const sent = await aSubmittedInput(db, round, await anOrganisation(db), answers)
  await makeFindable(db, sent.input.id)
  const strategy = { id: round.strategyId }
  return {
    ...{ round, strategy, question: asked?.id ?? '', theme: await aTheme(db, strategy) },
    ...sent,
    passages: await db
      .select()
      .from(passages)
      .where(eq(passages.inputId, sent.input.id))
      .orderBy(asc(passages.id)),
    analyst: await aStaffMember(db, strategy, 'analyst'),
    colleague: await aStaffMember(db, strategy, 'analyst'),
    editor: await aStaffMember(db, strategy, 'editor'),
  }
}

/** Asks for all hits of a word to be tagged. */
export function ask(
  actor: Actor,
  theme: { id: string },
  q: string,
  expected: number,
  own: Partial<Parameters<typeof askTagging>[1]> = {},
) {
  const filters = filtersOf(new URLSearchParams({ q }))
  return askTagging(actor, {
    ...{ key: crypto.randomUUID(), filters, theme: theme.id, position: null, expected },
    ...own,
  })
}

/** The job of an outcome that was no refusal. */
export function jobIn(outcome: { jobId: string } | { refusal: string }): string {
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.jobId
}

/** Every tagging with a theme there ever was: on what, by whom, by which job, and whether it stands. */
export function taggingsWith(db: Database, theme: { id: string }) {
  return db
    .select({
      ...{ id: taggings.id, passageId: taggings.passageId, by: taggings.taggedBy, jobId: taggings.jobId },
      ...{ position: taggings.position, stands: sql<boolean>`${taggings.removedAt} is null` },
    })
    .from(taggings)
    .where(eq(taggings.themeId, theme.id))
    .orderBy(asc(taggings.passageId))
}
