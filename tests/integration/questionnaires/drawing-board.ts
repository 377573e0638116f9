import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Actor } from '#app/features/identity/actor.ts'
import { saveQuestion } from '#app/features/questionnaires/building.server.ts'
import { type QuestionFields, questionForm } from '#app/features/questionnaires/forms.ts'
import type { QuestionKind } from '#app/features/questionnaires/question.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import type { Database } from '#db/client.server.ts'
import { questions, type rounds } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'

/** What was made; a refusal is a failure. */
export function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

/** A round that opens in three days, with an editor of its strategy. */
export async function aRoundToBuild(db: Database, own: Partial<typeof rounds.$inferInsert> = {}) {
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy, opensAt: daysFromNow(3), ...own })
  const editor = await aStaffMember(db, strategy, 'editor')
  return { strategy, round, editor }
}

/** A question's form as the page sends it. */
export const words = (
  kind: QuestionKind,
  titleNb: string,
  own: Record<string, unknown> = {},
): QuestionFields =>
  questionForm.parse({ key: v7(), revision: '0', kind, titleNb, titleNn: `${titleNb} (nn)`, ...own })

/** The questions of a round in order. */
export const listed = (db: Database, roundId: string) =>
  db.select().from(questions).where(eq(questions.roundId, roundId)).orderBy(questions.position)

export const titles = async (db: Database, roundId: string) =>
  (await listed(db, roundId)).map(({ title }) => title.nb)

/** Adds texts by these names; answers their ids. */
export async function added(actor: Actor, roundId: string, ...names: string[]) {
  const ids: string[] = []
  for (const name of names)
    ids.push(made(await saveQuestion(actor, roundId, 'new', words('rich-text', name))).questionId)
  return ids
}
