import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { themes } from './analysis.ts'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { documentVersions, paragraphs } from './documents.ts'
import { citations, findings } from './findings.ts'
import { people } from './identity.ts'
import { inputs } from './inputs.ts'
import { questions } from './questionnaires.ts'
import { rounds } from './strategies.ts'

/**
 * What the strategy's owners make of a finding, or of one passage it cites. Disposition is followed, partly,
 * not-followed, outside-mandate or carried-forward. As findings: every save is a version, one is approved, one is published.
 */
export const responses = pgTable(
  'responses',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    findingId: uuid('finding_id').notNull(),
    citationId: uuid('citation_id'),
    disposition: text('disposition').notNull(),
    reason: json<LocalisedColumn>('reason').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by').references(() => people.id),
    approvedRevision: integer('approved_revision'),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    publishedRevision: integer('published_revision'),
  },
  (t) => [
    uniqueIndex('responses_finding').on(t.findingId).where(sql`citation_id is null`),
    unique('responses_citation').on(t.citationId),
    unique('responses_strategy').on(t.id, t.strategyId),
    foreignKey({
      name: 'responses_of_finding',
      columns: [t.findingId, t.strategyId],
      foreignColumns: [findings.id, findings.strategyId],
    }),
    foreignKey({
      name: 'responses_of_citation',
      columns: [t.citationId, t.findingId],
      foreignColumns: [citations.id, citations.findingId],
    }),
    check(
      'responses_disposition',
      sql`${t.disposition} in ('followed', 'partly', 'not-followed', 'outside-mandate', 'carried-forward')`,
    ),
    check('responses_published', sql`(${t.publishedAt} is null) = (${t.publishedRevision} is null)`),
    check('responses_approved', sql`(${t.approvedAt} is null) = (${t.approvedRevision} is null)`),
  ],
)

/** A response as it was saved each time. Never changed. */
export const responseVersions = pgTable(
  'response_versions',
  {
    responseId: uuid('response_id')
      .notNull()
      .references(() => responses.id),
    revision: integer('revision').notNull(),
    strategyId: uuid('strategy_id').notNull(),
    disposition: text('disposition').notNull(),
    reason: json<LocalisedColumn>('reason').notNull(),
    at: moment('at').notNull(),
    by: uuid('by').references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.revision] })],
)

/**
 * What a response did to the document: the paragraph before, the paragraph after, or both; 'none' says in `note` why
 * nothing was changed. Kind is changed, moved, added, removed or none. `versionId` is the version it came in, which is all
 * that tells when a paragraph was taken out. Taken back it stays, with who and when. A paragraph with a change that stands
 * cannot be deleted; one taken back lets go of a paragraph of a draft that is.
 */
export const changes = pgTable(
  'changes',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    responseId: uuid('response_id').notNull(),
    kind: text('kind').notNull(),
    fromParagraphId: uuid('from_paragraph_id'),
    toParagraphId: uuid('to_paragraph_id'),
    versionId: uuid('version_id').references(() => documentVersions.id),
    note: json<LocalisedColumn>('note'),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('changes_once')
      .on(t.responseId, t.fromParagraphId, t.toParagraphId)
      .where(sql`removed_at is null`),
    index('changes_from').on(t.fromParagraphId),
    index('changes_to').on(t.toParagraphId),
    index('changes_version').on(t.versionId),
    foreignKey({
      name: 'changes_of_response',
      columns: [t.responseId, t.strategyId],
      foreignColumns: [responses.id, responses.strategyId],
    }),
    foreignKey({
      name: 'changes_before',
      columns: [t.fromParagraphId, t.strategyId],
      foreignColumns: [paragraphs.id, paragraphs.strategyId],
    }),
    foreignKey({
      name: 'changes_after',
      columns: [t.toParagraphId, t.strategyId],
      foreignColumns: [paragraphs.id, paragraphs.strategyId],
    }),
    check(
      'changes_kind',
      sql`${t.removedAt} is not null or case ${t.kind}
        when 'changed' then num_nonnulls(${t.fromParagraphId}, ${t.toParagraphId}) = 2
        when 'moved' then num_nonnulls(${t.fromParagraphId}, ${t.toParagraphId}) = 2
        when 'added' then ${t.fromParagraphId} is null and ${t.toParagraphId} is not null
        when 'removed' then ${t.fromParagraphId} is not null and ${t.toParagraphId} is null and ${t.versionId} is not null
        when 'none' then num_nulls(${t.fromParagraphId}, ${t.toParagraphId}) = 2 and ${t.note} is not null
        else false end`,
    ),
  ],
)

/** What was not settled and is taken up in a later round, as a theme or as a question there. */
export const carriedForward = pgTable(
  'carried_forward',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    findingId: uuid('finding_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    themeId: uuid('theme_id').references(() => themes.id),
    questionId: uuid('question_id').references(() => questions.id),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    unique('carried_forward_once').on(t.findingId, t.roundId),
    index('carried_forward_round').on(t.roundId),
    index('carried_forward_question').on(t.questionId),
    foreignKey({
      name: 'carried_forward_finding',
      columns: [t.findingId, t.strategyId],
      foreignColumns: [findings.id, findings.strategyId],
    }),
    check('carried_forward_as_one', sql`num_nonnulls(${t.themeId}, ${t.questionId}) = 1`),
  ],
)

/** That the senders of a round are told what became of what they said: once, by whom, with some words of its own. */
export const roundFeedback = pgTable('round_feedback', {
  roundId: uuid('round_id')
    .primaryKey()
    .references(() => rounds.id),
  strategyId: uuid('strategy_id').notNull(),
  words: json<LocalisedColumn>('words').notNull(),
  at: moment('at').notNull(),
  by: uuid('by')
    .notNull()
    .references(() => people.id),
})

/** The letters of a round's feedback, one for each input, so that none is sent twice. */
export const feedbackLetters = pgTable(
  'feedback_letters',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => roundFeedback.roundId),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    at: moment('at').notNull(),
    /** Null where there is nobody to write to. */
    sentAt: moment('sent_at'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.inputId] })],
)

/**
 * A report of a round's findings as a file, made by the worker. `done` of `steps` says how far it is. The bytes are in the
 * file storage under their SHA-256. A published one is for everyone; it holds published findings only (`scope`).
 */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    format: text('format').notNull(),
    lang: text('lang').notNull(),
    scope: text('scope').notNull(),
    askedAt: moment('asked_at').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    steps: integer('steps').notNull().default(0),
    done: integer('done').notNull().default(0),
    finishedAt: moment('finished_at'),
    sha256: text('sha256'),
    size: integer('size'),
    problem: text('problem'),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
  },
  (t) => [
    index('reports_round').on(t.roundId, t.askedAt),
    check('reports_format', sql`${t.format} in ('docx', 'pdf')`),
    check('reports_scope', sql`${t.scope} in ('published', 'draft')`),
    check(
      'reports_public',
      sql`${t.publishedAt} is null or (${t.sha256} is not null and ${t.scope} = 'published')`,
    ),
  ],
)
