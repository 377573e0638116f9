import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { prepared } from '#app/platform/prepared.server.ts'
import {
  answers,
  draftAnswers,
  inputs,
  inputVersions,
  invitations,
  organisations,
  questionnaires,
  questions,
  rounds,
} from '#db/schema/index.ts'
import type { QuestionKind } from '../questionnaires/question.ts'
import type { VersionKind } from './input.ts'

// What submitting says to the database. Prepared, because everybody submits in the last hour before a deadline.

const theInput = eq(inputs.id, sql.placeholder('inputId'))

/** The draft's row, held against every other save and submission of the same input. */
export const lockDraft = prepared((tx) =>
  tx
    .select({
      strategyId: inputs.strategyId,
      roundId: inputs.roundId,
      organisationId: inputs.organisationId,
      withdrawnAt: inputs.withdrawnAt,
      senderName: organisations.name,
      senderKind: organisations.kind,
      senderNumber: organisations.organisationNumber,
      senderCounty: organisations.countyNumber,
      writtenForm: organisations.writtenForm,
    })
    .from(inputs)
    .innerJoin(organisations, eq(organisations.id, inputs.organisationId))
    .where(theInput)
    .for('update', { of: inputs })
    .prepare('lock_draft'),
)

/** Held against the closing step, which takes the row for itself: what is received is received before the count. */
export const holdRound = prepared((tx) =>
  tx
    .select({
      opensAt: rounds.opensAt,
      deadlineAt: rounds.deadlineAt,
      acceptsLateUntil: rounds.acceptsLateUntil,
      closedAt: rounds.closedAt,
      extendedUntil: invitations.extendedUntil,
    })
    .from(inputs)
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .leftJoin(
      invitations,
      and(eq(invitations.roundId, inputs.roundId), eq(invitations.organisationId, inputs.organisationId)),
    )
    .where(theInput)
    .for('share', { of: rounds })
    .prepare('hold_round'),
)

/** The database's clock and the next receipt number. A number that is not used leaves a gap, which is allowed. */
export const readClock = prepared((tx) =>
  tx
    .select({ now: sql<string>`clock_timestamp()`, sequence: sql<string>`nextval('receipt_sequence')` })
    .from(sql`(select) as clock`)
    .prepare('read_clock'),
)

/** What was sent of the input before, the latest first. */
export const listSent = prepared((tx) =>
  tx
    .select({
      versionId: inputVersions.id,
      number: inputVersions.number,
      kind: sql<VersionKind>`${inputVersions.kind}`,
      receiptNumber: inputVersions.receiptNumber,
      submittedAt: inputVersions.submittedAt,
      lateAt: inputVersions.lateAt,
      idempotencyKey: inputVersions.idempotencyKey,
    })
    .from(inputVersions)
    .where(eq(inputVersions.inputId, sql.placeholder('inputId')))
    .orderBy(desc(inputVersions.number))
    .limit(1_000)
    .prepare('list_sent'),
)

/** Every question of the round with the answer that stands in the draft. */
export const listWritten = prepared((tx) =>
  tx
    .select({
      id: questions.id,
      kind: sql<QuestionKind>`${questions.kind}`,
      required: questions.required,
      body: draftAnswers.body,
      choice: draftAnswers.choice,
    })
    .from(inputs)
    .innerJoin(questionnaires, eq(questionnaires.roundId, inputs.roundId))
    .innerJoin(questions, eq(questions.questionnaireId, questionnaires.id))
    .leftJoin(
      draftAnswers,
      and(eq(draftAnswers.inputId, inputs.id), eq(draftAnswers.questionId, questions.id)),
    )
    .where(theInput)
    .orderBy(asc(questions.position))
    .limit(200)
    .prepare('list_written'),
)

const given = sql.placeholder

/** The version's row, every column of it given. */
export const insertVersion = prepared((tx) =>
  tx
    .insert(inputVersions)
    .values({
      id: given('id'),
      strategyId: given('strategyId'),
      roundId: given('roundId'),
      inputId: given('inputId'),
      number: given('number'),
      kind: given('kind'),
      senderName: given('senderName'),
      senderKind: given('senderKind'),
      senderNumber: given('senderNumber'),
      senderCounty: given('senderCounty'),
      lang: given('lang'),
      submittedAt: given('submittedAt'),
      submittedBy: given('submittedBy'),
      deadlineAt: given('deadlineAt'),
      // A time that may be missing: the column's own way of writing it does not take null.
      lateAt: sql`${given('lateText')}::timestamptz`,
      receiptSequence: given('receiptSequence'),
      receiptNumber: given('receiptNumber'),
      contentHash: given('contentHash'),
      idempotencyKey: given('idempotencyKey'),
    })
    .prepare('insert_version'),
)

/** All answers in one statement, whose text is the same however many they are. */
export const insertAnswers = prepared((tx) =>
  tx
    .insert(answers)
    .select(
      sql`select id, strategy_id, version_id, question_id, body, choice, canonical_text
        from jsonb_to_recordset(${given('rows')}::text::jsonb) as sent(id uuid, strategy_id uuid, version_id uuid,
          question_id uuid, body jsonb, choice text, canonical_text text)`,
    )
    .prepare('insert_answers'),
)
