import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, json, moment, type RichTextColumn } from './columns.ts'
import { people } from './identity.ts'
import { organisations } from './organisations.ts'
import { questions } from './questionnaires.ts'
import { rounds } from './strategies.ts'

/** Gaps are allowed, repeats are not: the sequence is read outside any rollback. */
export const receiptSequence = pgSequence('receipt_sequence')

/** One sender's answer to one round. The sender is an organisation or a person, never both. */
export const inputs = pgTable(
  'inputs',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    personId: uuid('person_id').references(() => people.id),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by').references(() => people.id),
    withdrawalReason: text('withdrawal_reason'),
  },
  (t) => [
    check('inputs_one_sender', sql`num_nonnulls(${t.organisationId}, ${t.personId}) = 1`),
    unique('inputs_organisation').on(t.roundId, t.organisationId),
    unique('inputs_person').on(t.roundId, t.personId),
    index('inputs_sender').on(t.organisationId),
  ],
)

/** The mutable draft, a row per question; `revision` lets a save notice that somebody else saved first. */
export const draftAnswers = pgTable(
  'draft_answers',
  {
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    body: json<RichTextColumn>('body'),
    choice: text('choice'),
    revision: integer('revision').notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.inputId, t.questionId] })],
)

/**
 * What was submitted, as it was. Triggers refuse every update and delete.
 * Kind is administrative, adopted, correction or registered; the sender's name, kind and number are frozen here.
 * `noRemarks` says that the sender has read and has nothing to remark, which is an answer.
 * `receivedOn` is a day or a year as the letter says it ('2011', '2011-04-15'), for registered versions only.
 */
export const inputVersions = pgTable(
  'input_versions',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    number: integer('number').notNull(),
    kind: text('kind').notNull(),
    senderName: text('sender_name').notNull(),
    senderKind: text('sender_kind').notNull(),
    senderNumber: text('sender_number'),
    senderCounty: text('sender_county'),
    lang: text('lang').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    submittedBy: uuid('submitted_by').references(() => people.id),
    deadlineAt: moment('deadline_at').notNull(),
    lateAt: moment('late_at'),
    receivedOn: text('received_on'),
    noRemarks: boolean('no_remarks').notNull().default(false),
    externalId: text('external_id'),
    receiptSequence: bigint('receipt_sequence', { mode: 'number' }).notNull(),
    receiptNumber: text('receipt_number').notNull().unique(),
    contentHash: text('content_hash').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
  },
  (t) => [
    unique('input_versions_number').on(t.inputId, t.number),
    unique('input_versions_key').on(t.inputId, t.idempotencyKey),
    uniqueIndex('input_versions_external').on(t.roundId, t.externalId),
    index('input_versions_round').on(t.roundId, t.submittedAt),
    check('input_versions_received', sql`${t.receivedOn} ~ '^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$'`),
  ],
)

/** One frozen answer; `canonicalText` is what passages, quotes and search count characters in. */
export const answers = pgTable(
  'answers',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    body: json<RichTextColumn>('body'),
    choice: text('choice'),
    canonicalText: text('canonical_text'),
  },
  (t) => [unique('answers_question').on(t.versionId, t.questionId)],
)

/** The one row that makes a version public. Withdrawal is on the input; the row stays and says who let it out. */
export const inputPublications = pgTable(
  'input_publications',
  {
    versionId: uuid('version_id')
      .primaryKey()
      .references(() => inputVersions.id),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    publishedAt: moment('published_at').notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('input_publications_input').on(t.inputId)],
)

/**
 * A stretch of a frozen answer that the public does not get to read. Offsets are code points of the canonical text,
 * half-open; the masks that stand on an answer do not overlap. `legalBasis` is a key of `inputs/masking.ts` and public;
 * `reason` is for staff, because reasons tend to repeat what must not be read.
 */
export const inputMasks = pgTable(
  'input_masks',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answers.id),
    startCp: integer('start_cp').notNull(),
    endCp: integer('end_cp').notNull(),
    legalBasis: text('legal_basis').notNull(),
    reason: text('reason').notNull(),
    maskedAt: moment('masked_at').notNull(),
    maskedBy: uuid('masked_by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [
    check('input_masks_range', sql`${t.startCp} >= 0 and ${t.endCp} > ${t.startCp}`),
    index('input_masks_version').on(t.versionId),
  ],
)

/**
 * That a version is not, or no longer, for the public to read, and by which law; until it is lifted. The law is public,
 * the reason is for staff.
 */
export const inputWithholdings = pgTable(
  'input_withholdings',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    legalBasis: text('legal_basis').notNull(),
    reason: text('reason').notNull(),
    withheldAt: moment('withheld_at').notNull(),
    withheldBy: uuid('withheld_by')
      .notNull()
      .references(() => people.id),
    liftedAt: moment('lifted_at'),
    liftedBy: uuid('lifted_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('input_withholdings_standing').on(t.versionId).where(sql`lifted_at is null`),
    index('input_withholdings_input').on(t.inputId),
  ],
)

/** Where a mask stands in the canonical text, and where its sign stands in the public text. Half-open, code points. */
export type PublicMask = {
  startCp: number
  endCp: number
  publicStartCp: number
  publicEndCp: number
  legalBasis: string
}

/** The stored public text of an answer: the only text that pages, search, quotes and feeds may show. */
export const publicAnswers = pgTable(
  'public_answers',
  {
    versionId: uuid('version_id').notNull(),
    answerId: uuid('answer_id')
      .primaryKey()
      .references(() => answers.id),
    strategyId: uuid('strategy_id').notNull(),
    body: json<RichTextColumn>('body'),
    choice: text('choice'),
    text: text('text'),
    masks: json<PublicMask[]>('masks').notNull().default([]),
  },
  (t) => [
    index('public_answers_version').on(t.versionId),
    foreignKey({ columns: [t.versionId], foreignColumns: [inputPublications.versionId] }).onDelete('cascade'),
  ],
)

/**
 * Somebody asks that something published be taken down. Decision is masked, withheld or declined; `answer` is what
 * the secretariat says about it. The address to answer to is nobody's business but the secretariat's.
 */
export const takedownRequests = pgTable(
  'takedown_requests',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    words: text('words').notNull(),
    reason: text('reason').notNull(),
    email: text('email'),
    lang: text('lang').notNull(),
    createdAt: createdAt(),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decision: text('decision'),
    answer: text('answer'),
  },
  (t) => [index('takedown_requests_strategy').on(t.strategyId, t.decidedAt, t.createdAt)],
)
