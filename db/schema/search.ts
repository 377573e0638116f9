import { sql } from 'drizzle-orm'
import { bigint, customType, index, integer, pgSequence, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Numbers the changes to search documents. */
export const searchRev = pgSequence('search_rev')

/** Search documents that must be written again: at most one row per document, however often it changes. */
export const searchOutbox = pgTable(
  'search_outbox',
  {
    docKey: text('doc_key').primaryKey(),
    rev: bigint('rev', { mode: 'number' }).notNull().default(sql`nextval('search_rev')`),
    strategyId: uuid('strategy_id').notNull(),
    enqueuedAt: moment('enqueued_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull().defaultNow(),
    lastError: text('last_error'),
  },
  (t) => [index('search_outbox_due').on(t.nextAttemptAt, t.docKey)],
)

/**
 * The Postgres engine's index: one row per passage and audience. It can be rebuilt from the other tables,
 * hence no foreign keys. `tsv` is made by the app, never by to_tsvector.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    docKey: text('doc_key').primaryKey(),
    rev: bigint('rev', { mode: 'number' }).notNull(),
    audience: text('audience', { enum: ['staff', 'public'] }).notNull(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id').notNull(),
    questionId: uuid('question_id'),
    inputId: uuid('input_id').notNull(),
    versionId: uuid('version_id').notNull(),
    passageId: uuid('passage_id').notNull(),
    organisationId: uuid('organisation_id'),
    organisationKind: text('organisation_kind').notNull(),
    countyNumber: text('county_number'),
    lang: text('lang').notNull(),
    themeIds: uuid('theme_ids').array().notNull().default(sql`'{}'`),
    senderName: text('sender_name').notNull(),
    startCp: integer('start_cp').notNull(),
    endCp: integer('end_cp').notNull(),
    submittedAt: moment('submitted_at'),
    body: text('body').notNull(),
    tsv: tsvector('tsv').notNull(),
  },
  (t) => [
    index('search_documents_tsv').using('gin', t.tsv).with({ fastupdate: 'off' }),
    index('search_documents_themes').using('gin', t.themeIds).with({ fastupdate: 'off' }),
    index('search_documents_scope').on(t.audience, t.strategyId, t.roundId),
    index('search_documents_input').on(t.inputId),
  ],
)
