import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
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

/**
 * One sender's answer to one round. The sender is an organisation or a person, never both. `draftRevision` grows with
 * every change of the draft, whatever part of it: what was approved is recognised by it. `naming` is how a person wants
 * to stand: named, hidden or anonymous.
 */
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
    draftRevision: integer('draft_revision').notNull().default(0),
    naming: text('naming'),
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

/**
 * The words of a paragraph that a comment is about, in the language they were read in: the quote with what stands before
 * and after (W3C Web Annotation, TextQuoteSelector), and offsets in code points, half-open. Null: the whole paragraph.
 */
export type ParagraphAnchor = {
  lang: string
  quote: string
  prefix: string
  suffix: string
  startCp: number
  endCp: number
}

/**
 * A file sent with an input. The bytes are in the file storage under their SHA-256; `type` is what the bytes are, not
 * what the name says. `readAt` is when the worker had read it: `text` is what it says, `problem` why it could not be read
 * or is not handed out (infected). `scannedAt` is when it was looked through for viruses; null where nobody has, yet or
 * ever. Removed from the draft it stays for the versions that were sent with it.
 */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    questionId: uuid('question_id').references(() => questions.id),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    size: integer('size').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
    scannedAt: moment('scanned_at'),
    readAt: moment('read_at'),
    text: text('text'),
    problem: text('problem'),
  },
  (t) => [
    index('attachments_input').on(t.inputId),
    index('attachments_file').on(t.sha256),
    index('attachments_unread').on(t.uploadedAt).where(sql`read_at is null`),
  ],
)

/** A body that treated the answer: when, under which case number, and what it decided. Dates are days. */
export type HandlingStep = { body: string; on: string; caseNumber?: string; decision?: string }

/**
 * How a version came about in its own house: the decision that adopted it (level is delegated, committee, executive-board
 * or council) and the steps before it, or when and where political treatment is planned.
 */
export type Handling = {
  adopted?: { level: string; body: string; on: string; caseNumber: string }
  steps?: HandlingStep[]
  planned?: { body: string; on?: string }
}

/**
 * What was submitted, as it was. Triggers refuse every update and delete.
 * Kind is administrative, adopted, correction or registered; the sender's name, kind and number are frozen here.
 * `noRemarks` says that the sender has read and has nothing to remark, which is an answer.
 * `receivedOn` is a day or a year as the letter says it ('2011', '2011-04-15'), and `channel` how it came (e-mail, letter,
 * oral, file); `meetingId` and `speaker` say where an oral one was given, and by whom. For registered versions only, where
 * `submittedBy` is who registered it. No foreign key to the meeting, whose table knows this one.
 * `naming` is how a person asked to stand (named, hidden, anonymous); null: organisations by name, persons without.
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
    channel: text('channel'),
    meetingId: uuid('meeting_id'),
    speaker: text('speaker'),
    noRemarks: boolean('no_remarks').notNull().default(false),
    naming: text('naming'),
    handling: json<Handling>('handling'),
    externalId: text('external_id'),
    receiptSequence: bigint('receipt_sequence', { mode: 'number' }).notNull(),
    receiptNumber: text('receipt_number').notNull().unique(),
    contentHash: text('content_hash').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
  },
  (t) => [
    unique('input_versions_number').on(t.inputId, t.number),
    unique('input_versions_key').on(t.inputId, t.idempotencyKey),
    uniqueIndex('input_versions_external').on(t.roundId, t.externalId).where(sql`external_id is not null`),
    index('input_versions_round').on(t.roundId, t.submittedAt),
    check('input_versions_channel', sql`${t.channel} in ('e-mail', 'letter', 'oral', 'file')`),
    check('input_versions_received', sql`${t.receivedOn} ~ '^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$'`),
  ],
)

/**
 * What staff registered and took back: the version stays as it was and counts no more. Never changed. `reason` is read by
 * everybody where the version was public. The versions a sender sent itself are not taken back here.
 */
export const registrationWithdrawals = pgTable('registration_withdrawals', {
  versionId: uuid('version_id')
    .primaryKey()
    .references(() => inputVersions.id),
  strategyId: uuid('strategy_id').notNull(),
  inputId: uuid('input_id')
    .notNull()
    .references(() => inputs.id),
  at: moment('at').notNull(),
  by: uuid('by')
    .notNull()
    .references(() => people.id),
  reason: text('reason').notNull(),
})

/**
 * What was said to one thing: a question, a paragraph of the draft, or in an attachment (written by the worker when it has
 * read the file, and no part of the content hash, which covers the file itself). `canonicalText` is what passages, quotes
 * and search count characters in. Never changed. No foreign keys: versions are never
 * deleted, questions of an opened round stay, and the draft's own rows hold the rest (migrations 0013 and after).
 */
export const answers = pgTable(
  'answers',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id').notNull(),
    questionId: uuid('question_id'),
    paragraphId: uuid('paragraph_id'),
    attachmentId: uuid('attachment_id'),
    anchor: json<ParagraphAnchor>('anchor'),
    body: json<RichTextColumn>('body'),
    choice: text('choice'),
    data: json<unknown>('data'),
    importance: integer('importance'),
    canonicalText: text('canonical_text'),
    digest: text('digest'),
  },
  (t) => [
    unique('answers_question').on(t.versionId, t.questionId),
    uniqueIndex('answers_attachment').on(t.versionId, t.attachmentId).where(sql`attachment_id is not null`),
    index('answers_paragraph').on(t.paragraphId).where(sql`paragraph_id is not null`),
    check('answers_to_one', sql`num_nonnulls(${t.questionId}, ${t.paragraphId}, ${t.attachmentId}) = 1`),
  ],
)

/** The files a version was sent with. Never changed. */
export const versionAttachments = pgTable(
  'version_attachments',
  {
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    attachmentId: uuid('attachment_id')
      .notNull()
      .references(() => attachments.id),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.attachmentId] })],
)
