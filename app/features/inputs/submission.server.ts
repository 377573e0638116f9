import { createHash } from 'node:crypto'
import { and, asc, eq, max, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Actor } from '#app/features/identity/actor.ts'
import { type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
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
import { answerFromRow, answersMissing, answerText, anythingWritten, isAnswered } from './answers.ts'
import { inputSubmitted } from './events.ts'
import {
  effectiveDeadline,
  isLate,
  type SubmissionRefusal,
  submissionRefusal,
  type VersionKind,
  versionKind,
} from './input.ts'
import { mayRead, maySubmit } from './policy.ts'
import { receiptNumber, receiptPayload } from './receipt.ts'

/** What the sender gets for what it sent. */
export type Acknowledgement = {
  versionId: string
  receiptNumber: string
  submittedAt: Date
  lateAt: Date | null
}

const receiptColumns = {
  versionId: inputVersions.id,
  receiptNumber: inputVersions.receiptNumber,
  submittedAt: inputVersions.submittedAt,
  lateAt: inputVersions.lateAt,
}

/**
 * Receives a draft: freezes it as an immutable version and gives the receipt. The same key gives the same receipt,
 * also to the second of two posts at once. Another key is another version, for as long as the round takes input.
 */
export function submitInput(
  actor: Actor,
  inputId: string,
  key: string,
): Promise<{ receipt: Acknowledgement } | Refused<SubmissionRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    // One flight: each statement starts when the one before it is done, so the clock is read under both locks.
    const [[draft], [done], [round], [clock], written, earlier] = await Promise.all([
      lockDraft(tx, inputId),
      submittedUnder(tx, inputId, key),
      holdRound(tx, inputId),
      readClock(tx),
      listWritten(tx, inputId),
      earlierKinds(tx, inputId),
    ])
    if (!draft || !round || !clock || !mayRead(actor, draft)) return refuse('not-found')
    if (!maySubmit(actor, draft)) return refuse('forbidden')
    if (done) return { receipt: done }

    const now = new Date(clock.now)
    const given = written.map(({ questionId, kind, required, body, choice }) => {
      const answer = answerFromRow(kind as QuestionKind, { body, choice })
      return { id: questionId, required, body, choice, answer }
    })
    const byQuestion = new Map(given.map(({ id, answer }) => [id, answer]))
    const refusal = submissionRefusal(
      {
        sender: round,
        withdrawnAt: draft.withdrawnAt,
        unansweredRequired: answersMissing(given, byQuestion).length,
        anythingWritten: anythingWritten(byQuestion.values()),
      },
      round,
      now,
    )
    if (refusal) return refuse(refusal)

    const frozen = given.filter(({ answer }) => isAnswered(answer))
    const version = {
      id: v7(),
      strategyId: draft.strategyId,
      roundId: draft.roundId,
      inputId,
      number: 1 + earlier.reduce((highest, { number }) => Math.max(highest, number ?? 0), 0),
      kind: versionKind(earlier.map(({ kind }) => ({ kind: kind as VersionKind }))),
      senderName: draft.senderName,
      senderKind: draft.senderKind,
      senderNumber: draft.senderNumber,
      senderCounty: draft.senderCounty,
      lang: draft.writtenForm === 'neutral' ? actor.locale : draft.writtenForm,
      submittedAt: now,
      submittedBy: actor.personId,
      deadlineAt: effectiveDeadline(round, round),
      lateAt: isLate(round, round, now) ? now : null,
      receiptSequence: Number(clock.sequence),
      receiptNumber: receiptNumber(yearInOslo(now), Number(clock.sequence)),
      idempotencyKey: key,
    }
    const answersSent = frozen.map(({ id: questionId, body, choice }) => ({ questionId, body, choice }))
    const contentHash = sha256(receiptPayload({ ...version, answers: answersSent }))
    const rows = frozen.map(({ id: questionId, body, choice, answer }) => ({
      strategyId: draft.strategyId,
      versionId: version.id,
      questionId,
      body,
      choice,
      canonicalText: answer && answerText(answer),
    }))
    await Promise.all([
      tx
        .insert(inputVersions)
        .values({ ...version, contentHash })
        .prepare('freeze_version')
        .execute(),
      tx.insert(answers).values(rows).prepare('freeze_answers').execute(),
      record(tx, {
        kind: inputSubmitted,
        actorId: actor.personId,
        subjectId: version.id,
        strategyId: draft.strategyId,
        at: now,
        data: { inputId },
      }),
    ])
    const { id: versionId, submittedAt, lateAt } = version
    return { receipt: { versionId, receiptNumber: version.receiptNumber, submittedAt, lateAt } }
  })
}

// The statements below are prepared: the driver then sends them one after the other without waiting for answers.

function lockDraft(tx: Transaction, inputId: string) {
  return tx
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
    .where(eq(inputs.id, inputId))
    .for('update', { of: inputs })
    .prepare('lock_draft')
    .execute()
}

function submittedUnder(tx: Transaction, inputId: string, key: string) {
  return tx
    .select(receiptColumns)
    .from(inputVersions)
    .where(and(eq(inputVersions.inputId, inputId), eq(inputVersions.idempotencyKey, key)))
    .prepare('submitted_under')
    .execute()
}

/** Held against the closing step, which takes the row for itself: what is received is received before the count. */
function holdRound(tx: Transaction, inputId: string) {
  return tx
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
    .where(eq(inputs.id, inputId))
    .for('share', { of: rounds })
    .prepare('hold_round')
    .execute()
}

/** The database's clock and the next receipt number. A number that is not used leaves a gap, which is allowed. */
function readClock(tx: Transaction) {
  return tx
    .select({ now: sql<string>`clock_timestamp()`, sequence: sql<string>`nextval('receipt_sequence')` })
    .from(sql`(select) as clock`)
    .prepare('read_clock')
    .execute()
}

function listWritten(tx: Transaction, inputId: string) {
  return tx
    .select({
      questionId: questions.id,
      kind: questions.kind,
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
    .where(eq(inputs.id, inputId))
    .orderBy(asc(questions.position))
    .prepare('list_written')
    .execute()
}

function earlierKinds(tx: Transaction, inputId: string) {
  return tx
    .select({ kind: inputVersions.kind, number: max(inputVersions.number) })
    .from(inputVersions)
    .where(eq(inputVersions.inputId, inputId))
    .groupBy(inputVersions.kind)
    .prepare('earlier_kinds')
    .execute()
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const osloYear = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', year: 'numeric' })
const yearInOslo = (moment: Date) => Number(osloYear.format(moment))
