import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json, moment, type RichTextColumn } from './columns.ts'
import { documentVersions, paragraphs } from './documents.ts'
import { people } from './identity.ts'
import { inputs, type ParagraphAnchor } from './inputs.ts'
import { questions } from './questionnaires.ts'

/**
 * The mutable draft, a row per question; `revision` lets a save notice that somebody else saved first. `body` is a text,
 * also the text that an answer with words in several fields is written out as; `choice` one key, `data` what has more
 * shape than that, `importance` 1 to 4. `canonicalText`, `digest` and `answered` are what freezing it would give, made
 * at every save so that submitting only copies: the digest is the SHA-256 of the answer (`inputs/receipt.ts`).
 */
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
    data: json<unknown>('data'),
    importance: integer('importance'),
    canonicalText: text('canonical_text'),
    digest: text('digest'),
    answered: boolean('answered').notNull().default(false),
    revision: integer('revision').notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.inputId, t.questionId] })],
)

/** An answer as it stood before somebody changed it; kept so that nothing written is lost. Never changed. */
export const answerHistory = pgTable(
  'answer_history',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    revision: integer('revision').notNull(),
    body: json<RichTextColumn>('body'),
    choice: text('choice'),
    data: json<unknown>('data'),
    importance: integer('importance'),
    at: moment('at').notNull(),
    by: uuid('by').references(() => people.id),
  },
  (t) => [unique('answer_history_revision').on(t.inputId, t.questionId, t.revision)],
)

/** Who has the draft open, and at which question. A row older than half a minute says nothing. */
export const writersPresent = pgTable(
  'writers_present',
  {
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    questionId: uuid('question_id').references(() => questions.id),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.inputId, t.personId] })],
)

/**
 * A comment on a paragraph in the draft of an input. Stance is agree, disagree or change; `proposal` is the wording
 * proposed instead, `reason` why. `body`, `canonicalText` and `digest` are what freezing it gives.
 */
export const draftComments = pgTable(
  'draft_comments',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    documentVersionId: uuid('document_version_id')
      .notNull()
      .references(() => documentVersions.id),
    paragraphId: uuid('paragraph_id')
      .notNull()
      .references(() => paragraphs.id),
    anchor: json<ParagraphAnchor>('anchor'),
    stance: text('stance').notNull(),
    proposal: text('proposal').notNull().default(''),
    reason: text('reason').notNull().default(''),
    body: json<RichTextColumn>('body'),
    canonicalText: text('canonical_text'),
    digest: text('digest'),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by').references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [index('draft_comments_input').on(t.inputId)],
)

/**
 * A step of the way to approval inside the sender's house. Kind is asked, approved, sent-back or reopened;
 * `draftRevision` is of the draft it was said about. Never changed.
 */
export const signOffs = pgTable(
  'sign_offs',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    kind: text('kind').notNull(),
    draftRevision: integer('draft_revision').notNull(),
    comment: text('comment'),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('sign_offs_input').on(t.inputId, t.at)],
)
