import { and, asc, desc, eq, lt } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { questionnaires, questions, rounds } from '#db/schema/index.ts'
import { inQuestionnaire, insertQuestion, renumber } from './building.server.ts'
import { questionsCopied } from './events.ts'
import { isQuestionKind } from './question.ts'
import { copied, withAdded } from './questionnaire.ts'

type ToRound = { strategyId: string; number: number }

/** The earlier rounds of the same strategy that ask something, the latest first. */
export function listEarlierRounds({ strategyId, number }: ToRound) {
  return database()
    .db.select({ id: rounds.id, number: rounds.number, title: rounds.title })
    .from(rounds)
    .innerJoin(questionnaires, eq(questionnaires.roundId, rounds.id))
    .where(and(eq(rounds.strategyId, strategyId), lt(rounds.number, number)))
    .orderBy(desc(rounds.number))
    .limit(20)
}

/** What an earlier round asked, to choose from. */
export async function listCopyable(actor: Actor, { strategyId, number }: ToRound, fromRoundId: string) {
  if (workRefusal(actor, strategyId)) return refuse('not-found')
  const [round] = await database()
    .db.select({ id: rounds.id, number: rounds.number, title: rounds.title })
    .from(rounds)
    .where(and(eq(rounds.id, fromRoundId), eq(rounds.strategyId, strategyId), lt(rounds.number, number)))
    .limit(1)
  if (!round) return refuse('not-found')
  const list = await database()
    .db.select({ id: questions.id, kind: questions.kind, title: questions.title })
    .from(questions)
    .where(eq(questions.roundId, fromRoundId))
    .orderBy(asc(questions.position))
    .limit(200)
  return { round, questions: list.filter(({ kind }) => isQuestionKind(kind)) }
}

/**
 * Copies questions of an earlier round of the same strategy, as they stand there. The general question lends its words to
 * the one there is. A copy knows what it repeats, so that answers can be compared; it may be changed like any other.
 */
export function copyQuestions(
  actor: Actor,
  roundId: string,
  { key, from, chosen }: { key: string; from: string; chosen: readonly string[] },
) {
  const asked = { key, operation: 'copy-questions', asked: [from, chosen] }
  return inQuestionnaire(actor, roundId, asked, async (held) => {
    const { tx, strategyId } = held
    const [here] = await tx.select({ number: rounds.number }).from(rounds).where(eq(rounds.id, roundId))
    const source = await tx
      .select({ question: questions })
      .from(questions)
      .innerJoin(rounds, eq(rounds.id, questions.roundId))
      .where(
        and(eq(rounds.id, from), eq(rounds.strategyId, strategyId), lt(rounds.number, here?.number ?? 0)),
      )
      .orderBy(asc(questions.position))
      .limit(200)
    const known = source.map(({ question }) => question).filter(({ kind }) => isQuestionKind(kind))
    const chosenOnes = copied(known, chosen, held.questions)
    if ('refusal' in chosenOnes) return chosenOnes
    const ids: string[] = []
    for (const question of chosenOnes.added) {
      const { kind, title, help, options, required, settings, askedOf } = question
      const words = { kind, title, help, options, required, settings, askedOf }
      ids.push(await insertQuestion(held, { ...words, copiedFromId: question.id }))
    }
    await renumber(held, withAdded(held.questions, ids))
    const general = held.questions.find(({ kind }) => kind === 'general')
    if (chosenOnes.general && general) {
      const { id: copiedFromId, title, help, required, settings } = chosenOnes.general
      await tx
        .update(questions)
        .set({ title, help, required, settings, copiedFromId, revision: general.revision + 1 })
        .where(eq(questions.id, general.id))
    }
    const count = ids.length + (chosenOnes.general ? 1 : 0)
    await held.tell(questionsCopied, roundId, { from, count })
    return { count }
  })
}
