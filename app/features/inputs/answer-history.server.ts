import { and, desc, eq, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { answerHistory, draftAnswers, people } from '#db/schema/index.ts'
import type { QuestionKind } from '../questionnaires/question.ts'
import { countWords } from './answer-history.ts'
import { answerFromRow } from './answer-rows.ts'
import type { AnswerContent } from './answers.ts'

/** A version of an answer that is kept: what it said, who wrote it and when. `current`: it is what stands now. */
export type KeptAnswer = {
  revision: number
  answer: AnswerContent | null
  at: Date
  byName: string | null
  /** How many words it had; null where it has none of its own, as a choice. */
  words: number | null
  current: boolean
}

/** How many versions the page of an answer's history shows. */
export const mostKeptShown = 100

/** Every version of an answer that was kept, the newest first, with the one that stands now at the top. */
export async function listAnswerHistory(
  inputId: string,
  question: { id: string; kind: QuestionKind },
): Promise<KeptAnswer[]> {
  const { db } = database()
  const [stands, kept] = await Promise.all([
    db
      .select({
        row: {
          body: draftAnswers.body,
          choice: draftAnswers.choice,
          data: draftAnswers.data,
          importance: draftAnswers.importance,
        },
        revision: draftAnswers.revision,
        at: draftAnswers.updatedAt,
        byName: people.name,
        current: sql<boolean>`true`,
      })
      .from(draftAnswers)
      .leftJoin(people, eq(people.id, draftAnswers.updatedBy))
      .where(and(eq(draftAnswers.inputId, inputId), eq(draftAnswers.questionId, question.id)))
      .limit(1),
    db
      .select({
        row: {
          body: answerHistory.body,
          choice: answerHistory.choice,
          data: answerHistory.data,
          importance: answerHistory.importance,
        },
        revision: answerHistory.revision,
        at: answerHistory.at,
        byName: people.name,
        current: sql<boolean>`false`,
      })
      .from(answerHistory)
      .leftJoin(people, eq(people.id, answerHistory.by))
      .where(and(eq(answerHistory.inputId, inputId), eq(answerHistory.questionId, question.id)))
      .orderBy(desc(answerHistory.revision))
      .limit(mostKeptShown),
  ])
  // Read apart: a save between the two has put what stood into what is kept.
  const before = kept.filter(({ revision }) => revision < (stands[0]?.revision ?? 0))
  return [...stands, ...before].map(({ row, ...version }) => ({
    ...version,
    answer: answerFromRow(question.kind, row),
    words: row.body === null ? null : countWords(canonicalText(row.body)),
  }))
}
