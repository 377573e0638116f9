import { and, eq, isNull } from 'drizzle-orm'
import { isQuestionKind } from '#app/features/questionnaires/question.ts'
import { tx } from '#app/platform/database.server.ts'
import { draftAnswers, draftComments, inputs, questions } from '#db/schema/index.ts'
import { digest, sealed } from './content-hash.server.ts'

/**
 * Makes what freezing a draft gives for those of its answers that were saved before saving made it. Nothing that
 * anybody wrote is changed, so an approval of the draft still covers it.
 */
export function sealDraft(inputId: string): Promise<void> {
  return tx(async (tx) => {
    await tx.select({ id: inputs.id }).from(inputs).where(eq(inputs.id, inputId)).for('update')
    const written = await tx
      .select({ kind: questions.kind, answer: draftAnswers })
      .from(draftAnswers)
      .innerJoin(questions, eq(questions.id, draftAnswers.questionId))
      .where(and(eq(draftAnswers.inputId, inputId), isNull(draftAnswers.digest)))
      .limit(500)
    for (const { kind, answer } of written) {
      if (!isQuestionKind(kind)) continue
      const { questionId } = answer
      await tx
        .update(draftAnswers)
        .set(sealed({ id: questionId, kind }, answer))
        .where(and(eq(draftAnswers.inputId, inputId), eq(draftAnswers.questionId, questionId)))
    }
    const comments = await tx
      .select()
      .from(draftComments)
      .where(and(eq(draftComments.inputId, inputId), isNull(draftComments.digest)))
      .limit(10_000)
    for (const { id, paragraphId, anchor, body } of comments)
      await tx
        .update(draftComments)
        .set({ digest: digest({ paragraphId, anchor, body }) })
        .where(eq(draftComments.id, id))
  })
}
