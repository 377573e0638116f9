import { and, eq, sql } from 'drizzle-orm'
import { prepared } from '#app/platform/prepared.server.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
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

const given = sql.placeholder
const theInput = eq(inputs.id, given('inputId'))

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

type Sent = {
  versionId: string
  number: number
  kind: VersionKind
  receiptNumber: string
  submittedAt: string
  lateAt: string | null
  key: string
}

type Written = {
  id: string
  kind: QuestionKind
  required: boolean
  body: RichTextDoc | null
  choice: string | null
}

/**
 * The database's clock, the next receipt number (one that is not used leaves a gap, which is allowed), what was sent
 * before, and every question with the answer in the draft. One statement, after the locks: it sees what they waited for.
 */
export const readInput = prepared((tx) =>
  tx
    .select({
      now: sql`clock_timestamp()`.mapWith((text: string) => new Date(text)),
      sequence: sql`nextval('receipt_sequence')`.mapWith(Number),
      sent: sql<Sent[]>`(select coalesce(jsonb_agg(v order by v.number desc), '[]') from (
        select id as "versionId", number, kind, receipt_number as "receiptNumber", submitted_at as "submittedAt",
          late_at as "lateAt", idempotency_key as key
        from ${inputVersions} where input_id = ${given('inputId')}::uuid order by number desc limit 1000) v)`,
      written: sql<Written[]>`(select coalesce(jsonb_agg(w order by w.position), '[]') from (
        select q.id, q.position, q.kind, q.required, d.body, d.choice
        from ${inputs} i join ${questionnaires} n on n.round_id = i.round_id
        join ${questions} q on q.questionnaire_id = n.id
        left join ${draftAnswers} d on d.input_id = i.id and d.question_id = q.id
        where i.id = ${given('inputId')}::uuid order by q.position limit 200) w)`,
    })
    .from(sql`(select) as clock`)
    .prepare('read_input'),
)

/** The version and its answers in one statement, whose text is the same however many answers there are. */
export const insertFrozen = prepared((tx) => {
  const version = tx.$with('version').as(
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
      .returning({ id: inputVersions.id, strategyId: inputVersions.strategyId }),
  )
  return tx
    .with(version)
    .insert(answers)
    .select(
      sql`select sent.id, version.strategy_id, version.id, question_id, null::uuid, null::uuid, null::jsonb, body, choice,
          null::jsonb, null::integer, canonical_text, null::text
        from version, jsonb_to_recordset(${given('answers')}::text::jsonb) as sent(id uuid, question_id uuid,
          body jsonb, choice text, canonical_text text)`,
    )
    .prepare('insert_frozen')
})
