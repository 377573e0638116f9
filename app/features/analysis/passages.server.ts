import { eq } from 'drizzle-orm'
import { inReadingOrder } from '#app/features/inputs/said-to.server.ts'
import { tx } from '#app/platform/database.server.ts'
import { answers, inputVersions, paragraphs, passages, questions } from '#db/schema/index.ts'
import { detectLanguage } from '#search/language/detector.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { passagesOfAnswer } from './passage.ts'

// Rows per statement: far below the limit of bind parameters.
const batch = 1_000

/**
 * Cuts a frozen version into passages and tells search. Done twice it is done once: a passage is its place.
 * All passages of the input are told, because those of the version before are now history.
 */
export async function makePassages(versionId: string): Promise<void> {
  await tx(async (tx) => {
    const [version] = await tx.select().from(inputVersions).where(eq(inputVersions.id, versionId))
    if (!version) return
    const written = await tx
      .select({
        ...{ answerId: answers.id, questionId: answers.questionId, text: answers.canonicalText },
        ...{ body: answers.body, paragraphId: answers.paragraphId },
      })
      .from(answers)
      .leftJoin(questions, eq(questions.id, answers.questionId))
      .leftJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
      .where(eq(answers.versionId, versionId))
      .orderBy(...inReadingOrder)
    const { strategyId, roundId, inputId, lang } = version
    const rows = written
      .flatMap(({ text, body, paragraphId, ...place }) => {
        // A heading says little of its language: it is that of the answer, as the answer's is the sender's.
        const answer = detectLanguage(text ?? '', lang)
        return passagesOfAnswer({ text, body, paragraphId }).map((passage) => {
          const passageIn = detectLanguage(passage.text, answer.lang, answer.sure)
          return { ...place, ...passage, lang: passageIn.lang, langSure: passageIn.sure }
        })
      })
      .map((row, at) => ({ ...row, strategyId, roundId, inputId, versionId, position: at + 1 }))
    for (let from = 0; from < rows.length; from += batch)
      await tx
        .insert(passages)
        .values(rows.slice(from, from + batch))
        .onConflictDoNothing()
    await enqueuePassagesOf(tx, inputId)
  })
}
