import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Numbers the changes to search documents. */
export const searchRev = pgSequence('search_rev')

/**
 * Search documents that must be written again: at most one row per document, however often it changes. `deadAt` says
 * that it failed too often and is not tried again until it changes.
 */
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
    deadAt: moment('dead_at'),
  },
  (t) => [index('search_outbox_due').on(t.nextAttemptAt, t.docKey)],
)

/**
 * The Postgres engine's index: one row per passage and audience. It can be rebuilt from the other tables,
 * hence no foreign keys. `tsv` is made by the app, never by to_tsvector; `stems` are the words in order as ranking reads
 * them (`search/ranked-text.ts`). Until a document whose text must not be read any more is written again its audience is
 * 'hidden': nobody's.
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
    positions: text('positions').array().notNull().default(sql`'{}'`),
    senderName: text('sender_name').notNull(),
    startCp: integer('start_cp').notNull(),
    endCp: integer('end_cp').notNull(),
    submittedAt: moment('submitted_at'),
    body: text('body').notNull(),
    stems: text('stems').notNull().default(''),
    wordCount: integer('word_count').notNull().default(0),
    tsv: tsvector('tsv').notNull(),
  },
  (t) => [
    index('search_documents_tsv').using('gin', t.tsv).with({ fastupdate: 'off' }),
    index('search_documents_themes').using('gin', t.themeIds).with({ fastupdate: 'off' }),
    index('search_documents_scope').on(t.audience, t.strategyId, t.roundId),
    index('search_documents_input').on(t.inputId),
  ],
)

/**
 * The lexemes of each audience's documents. A form as written stands once for each stem it was given; a stem stands
 * by itself, with an empty `stem`. Rows are added as documents are written; `documents`, the number that hold the
 * lexeme, is counted now and then, and rows that no document holds any more go then.
 */
export const searchVocabulary = pgTable(
  'search_vocabulary',
  {
    audience: text('audience', { enum: ['staff', 'public'] }).notNull(),
    lexeme: text('lexeme').notNull(),
    stem: text('stem').notNull().default(''),
    documents: integer('documents').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.audience, t.lexeme, t.stem] }),
    // Partial: with the empty stems in it, a plan made before the table is analysed looks up words by it and finds thousands.
    index('search_vocabulary_stem').on(t.audience, t.stem).where(sql`stem <> ''`),
    index('search_vocabulary_trigrams').using('gin', t.lexeme.op('gin_trgm_ops')),
  ],
)

/** What was counted of an audience's documents, and when: what the rarity and the length of a text are measured by. */
export const searchCorpora = pgTable('search_corpora', {
  audience: text('audience', { enum: ['staff', 'public'] }).primaryKey(),
  documents: integer('documents').notNull(),
  meanLength: real('mean_length').notNull(),
  countedAt: moment('counted_at').notNull(),
})

/**
 * The indexes we own on the Meilisearch server. `live` is searched, `next` is being built, `old` waits to be deleted.
 * Which one is searched is decided by this row alone. `settingsHash` tells which settings it was made with.
 */
export const searchIndexes = pgTable(
  'search_indexes',
  {
    uid: text('uid').primaryKey(),
    role: text('role', { enum: ['live', 'next', 'old'] }).notNull(),
    settingsHash: text('settings_hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    promotedAt: moment('promoted_at'),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    uniqueIndex('search_indexes_live').on(t.role).where(sql`role = 'live'`),
    uniqueIndex('search_indexes_next').on(t.role).where(sql`role = 'next'`),
  ],
)

/**
 * Documents that a Meilisearch index must be given again: at most one row per document and index. Written with the
 * Postgres row itself, in one statement. `taskUid` and `sentRev` are set while the server works on it; `batch` keeps
 * together those that are tried again after a failure; `deadAt` says that it failed alone and is not tried again
 * until it changes.
 */
export const searchIndexQueue = pgTable(
  'search_index_queue',
  {
    uid: text('uid').notNull(),
    docKey: text('doc_key').notNull(),
    rev: bigint('rev', { mode: 'number' }).notNull(),
    enqueuedAt: moment('enqueued_at').notNull().defaultNow(),
    sentRev: bigint('sent_rev', { mode: 'number' }),
    taskUid: bigint('task_uid', { mode: 'number' }),
    sentAt: moment('sent_at'),
    batch: bigint('batch', { mode: 'number' }),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull().defaultNow(),
    lastError: text('last_error'),
    deadAt: moment('dead_at'),
  },
  (t) => [
    primaryKey({ columns: [t.uid, t.docKey] }),
    index('search_index_queue_due').on(t.uid, t.nextAttemptAt, t.docKey),
    index('search_index_queue_task').on(t.taskUid),
    index('search_index_queue_oldest').on(t.uid, t.enqueuedAt).where(sql`dead_at is null`),
  ],
)

/** Who may send to Meilisearch just now. `fence` grows with every new holder. */
export const searchLease = pgTable('search_lease', {
  name: text('name').primaryKey(),
  holder: uuid('holder').notNull(),
  fence: bigint('fence', { mode: 'number' }).notNull(),
  expiresAt: moment('expires_at').notNull(),
})

/** Comparisons of a Meilisearch index with Postgres: `counts` looks at numbers per round, `full` at every id and rev. */
export const searchChecks = pgTable(
  'search_checks',
  {
    id: id(),
    uid: text('uid').notNull(),
    kind: text('kind', { enum: ['counts', 'full'] }).notNull(),
    checkedAt: moment('checked_at').notNull().defaultNow(),
    documents: integer('documents').notNull(),
    missing: integer('missing').notNull(),
    extra: integer('extra').notNull(),
    older: integer('older').notNull(),
    tookMs: integer('took_ms').notNull(),
  },
  (t) => [index('search_checks_at').on(t.uid, t.checkedAt)],
)

/** What the worker is asked to do with the Meilisearch index: build it anew, or compare all of it, not before `dueAt`. */
export const searchRequests = pgTable('search_requests', {
  kind: text('kind', { enum: ['rebuild', 'check'] }).primaryKey(),
  askedAt: moment('asked_at').notNull().defaultNow(),
  dueAt: moment('due_at').notNull().defaultNow(),
})
