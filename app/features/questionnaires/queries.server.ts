import { asc, eq, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { questions } from '#db/schema/index.ts'
import type { QuestionKind } from './question.ts'

/** What a round asks, in order. */
export function listQuestions(roundId: string) {
  return database()
    .db.select({
      id: questions.id,
      position: questions.position,
      kind: sql<QuestionKind>`${questions.kind}`,
      title: questions.title,
      help: questions.help,
      options: questions.options,
      required: questions.required,
    })
    .from(questions)
    .where(eq(questions.roundId, roundId))
    .orderBy(asc(questions.position))
    .limit(200)
}

export type AskedQuestion = Awaited<ReturnType<typeof listQuestions>>[number]
