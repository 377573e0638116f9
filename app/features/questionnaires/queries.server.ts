import { and, asc, eq, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { questionnaires, questions } from '#db/schema/index.ts'
import { isAskedOf } from './asked.server.ts'
import type { QuestionKind } from './question.ts'

/** What a question's row gives a page, also for queries that read answers along with it. */
export const askedColumns = {
  id: questions.id,
  position: questions.position,
  kind: sql<QuestionKind>`${questions.kind}`,
  title: questions.title,
  help: questions.help,
  options: questions.options,
  settings: questions.settings,
  required: questions.required,
}

/** What a round asks, in order; of one kind of sender where that is given. Does not ask who may see the round. */
export function listQuestions(roundId: string, senderKind?: string) {
  return database()
    .db.select(askedColumns)
    .from(questionnaires)
    .innerJoin(questions, eq(questions.questionnaireId, questionnaires.id))
    .where(
      and(eq(questionnaires.roundId, roundId), senderKind === undefined ? undefined : isAskedOf(senderKind)),
    )
    .orderBy(asc(questions.position))
    .limit(200)
}

/** A question as it is put: its number in the questionnaire and its words. */
export type AskedQuestion = Awaited<ReturnType<typeof listQuestions>>[number]
