import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Sender } from '#app/features/organisations/sender.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { docFromTextarea } from '#app/platform/rich-text/plain-text.ts'
import {
  draftAnswers,
  inputs,
  invitations,
  people,
  questionnaires,
  questions,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { asksForText, type QuestionKind } from '../questionnaires/question.ts'
import {
  type AnswerContent,
  type AnswerRefusal,
  answerFromRow,
  answerToRow,
  isAnswered,
  parseAnswer,
} from './answers.ts'
import { type Saved, sameAnswer } from './draft.ts'
import { inputStarted } from './events.ts'
import type { SentAnswer } from './forms.ts'
import { holdInput } from './held.server.ts'
import { type SubmissionRefusal, submissionRefusal } from './input.ts'
import { namingAllowed, type PersonNaming } from './naming.ts'
import { mayRead, mayWrite } from './policy.ts'
import { invitedTo, senderRoundColumns, sentBy } from './queries.server.ts'

/**
 * Opens the sender's draft in a round, or finds the one it has: there is one, whoever starts first. `naming` is how a
 * private person wants to stand, by the round's rule; what the round does not allow is read as by name.
 */
export function startInput(
  actor: Actor,
  roundId: string,
  sender: Sender,
  naming: PersonNaming = 'named',
): Promise<{ inputId: string } | Refused<SubmissionRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    if (!mayRead(actor, sender)) return refuse('not-found')
    const { organisationId, personId } = sender
    const [round] = await tx
      .select({ strategyId: rounds.strategyId, ...senderRoundColumns(sender.kind) })
      .from(rounds)
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .leftJoin(invitations, invitedTo(sender))
      .where(and(eq(rounds.id, roundId), isNotNull(rounds.publishedAt), isNotNull(strategies.publishedAt)))
    if (!round) return refuse('not-found')
    const ours = and(eq(inputs.roundId, roundId), sentBy(sender))
    const [known] = await tx.select({ id: inputs.id }).from(inputs).where(ours)
    if (known) return { inputId: known.id }
    if (!mayWrite(actor, sender)) return refuse('forbidden')
    const now = await databaseNow(tx)
    // A draft is opened for as long as a finished one would be received.
    const finished = { sender: round, unansweredRequired: 0, anythingWritten: true, withdrawnAt: null }
    const refusal = submissionRefusal(finished, round, now)
    if (refusal) return refuse(refusal)
    const { strategyId } = round
    const chosen = personId === null ? null : namingAllowed(round.naming, naming)
    const whose = { organisationId, personId, naming: chosen }
    const [made] = await tx
      .insert(inputs)
      .values({ strategyId, roundId, ...whose, createdAt: now, createdBy: actor.personId })
      .onConflictDoNothing()
      .returning({ id: inputs.id })
    if (made) {
      await record(tx, {
        kind: inputStarted,
        actorId: actor.personId,
        subjectId: made.id,
        strategyId,
        at: now,
      })
      return { inputId: made.id }
    }
    const [theirs] = await tx.select({ id: inputs.id }).from(inputs).where(ours)
    return theirs ? { inputId: theirs.id } : refuse('not-found')
  })
}

/**
 * Saves the answers that were sent, each if nobody saved it since the revision it was written from. Saving what
 * is already there is no conflict, so a save may be sent again when its answer was lost.
 */
export function saveDraft(
  actor: Actor,
  inputId: string,
  sent: readonly SentAnswer[],
): Promise<Saved | Refused<'withdrawn'> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    const input = await holdInput(tx, actor, inputId)
    if ('refusal' in input) return input
    if (!mayWrite(actor, input)) return refuse('forbidden')
    if (input.withdrawnAt !== null) return refuse('withdrawn')

    const now = await databaseNow(tx)
    const stored = new Map((await listStored(tx, inputId)).map((row) => [row.questionId, row]))
    const outcome: Saved = { savedAt: now, saved: [], conflicts: [], unacceptable: [] }
    const changed: (typeof draftAnswers.$inferInsert)[] = []
    for (const answer of sent) {
      const row = stored.get(answer.questionId)
      if (!row) continue
      const taken = takeIn(row, answer)
      if ('refusal' in taken) {
        outcome.unacceptable.push({ questionId: row.questionId, reason: taken.refusal })
        continue
      }
      const { content, simplified } = taken
      const theirs = answerFromRow(row.kind, row)
      const revision = row.revision ?? 0
      const answered = isAnswered(content)
      const { questionId } = row
      if (sameAnswer(content, theirs))
        outcome.saved.push({ questionId, revision, answered, simplified: false })
      else if (answer.revision !== revision)
        outcome.conflicts.push({
          ...{ questionId, revision, yours: content, theirs },
          theirName: row.updatedByName,
          theirAt: row.updatedAt ?? now,
        })
      else {
        const { strategyId } = input
        changed.push({
          ...{ strategyId, inputId, questionId, ...answerToRow(content), revision: revision + 1 },
          ...{ updatedAt: now, updatedBy: actor.personId },
        })
        outcome.saved.push({ questionId, revision: revision + 1, answered, simplified })
      }
    }
    if (changed.length > 0)
      await tx
        .insert(draftAnswers)
        .values(changed)
        .onConflictDoUpdate({
          target: [draftAnswers.inputId, draftAnswers.questionId],
          set: {
            body: sql`excluded.body`,
            choice: sql`excluded.choice`,
            revision: sql`excluded.revision`,
            updatedAt: sql`excluded.updated_at`,
            updatedBy: sql`excluded.updated_by`,
          },
        })
    return outcome
  })
}

type Stored = Awaited<ReturnType<typeof listStored>>[number]

async function listStored(tx: Transaction, inputId: string) {
  const rows = await tx
    .select({
      questionId: questions.id,
      kind: questions.kind,
      options: questions.options,
      body: draftAnswers.body,
      choice: draftAnswers.choice,
      revision: draftAnswers.revision,
      updatedAt: draftAnswers.updatedAt,
      updatedByName: people.name,
    })
    .from(inputs)
    .innerJoin(questionnaires, eq(questionnaires.roundId, inputs.roundId))
    .innerJoin(questions, eq(questions.questionnaireId, questionnaires.id))
    .leftJoin(
      draftAnswers,
      and(eq(draftAnswers.inputId, inputs.id), eq(draftAnswers.questionId, questions.id)),
    )
    .leftJoin(people, eq(people.id, draftAnswers.updatedBy))
    .where(eq(inputs.id, inputId))
    .limit(200)
  return rows.map((row) => ({ ...row, kind: row.kind as QuestionKind }))
}

/** The answer as sent: the editor's document where script wrote one, else the textarea's text, else a key. */
function takeIn(
  row: Stored,
  { text, document }: SentAnswer,
): { content: AnswerContent | null; simplified: boolean } | Refused<AnswerRefusal> {
  const formatted = asksForText(row.kind) && document === undefined
  const { doc, simplified } = formatted
    ? docFromTextarea(text, row.body)
    : { doc: undefined, simplified: false }
  const parsed = parseAnswer(row, asksForText(row.kind) ? (doc ?? document) : text)
  return 'refusal' in parsed ? parsed : { content: parsed.answer, simplified }
}
