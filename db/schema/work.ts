import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { themes } from './analysis.ts'
import { id, json, moment } from './columns.ts'
import { people } from './identity.ts'
import { organisations } from './organisations.ts'
import { questions } from './questionnaires.ts'
import { rounds, strategies } from './strategies.ts'

/**
 * What somebody is to read of a round: all of it, a theme, a question, an organisation, or a share of the inputs
 * (`shareNumber` of `shareOf`, counted from 1; which share an input belongs to follows from its id). `dueOn` is a day.
 */
export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    themeId: uuid('theme_id').references(() => themes.id),
    questionId: uuid('question_id').references(() => questions.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    shareNumber: integer('share_number'),
    shareOf: integer('share_of'),
    dueOn: text('due_on'),
    note: text('note'),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
    endedAt: moment('ended_at'),
    endedBy: uuid('ended_by').references(() => people.id),
  },
  (t) => [
    index('assignments_person').on(t.personId).where(sql`ended_at is null`),
    index('assignments_round').on(t.roundId),
    check('assignments_kind', sql`${t.kind} in ('round', 'theme', 'question', 'organisation', 'share')`),
    check(
      'assignments_share',
      sql`${t.shareNumber} between 1 and ${t.shareOf} and ${t.shareOf} between 2 and 100`,
    ),
    check('assignments_due', sql`${t.dueOn} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
  ],
)

/** Whether somebody wants the letter of the day; who has not said so gets it. */
export const digestChoices = pgTable('digest_choices', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  wanted: boolean('wanted').notNull(),
  at: moment('at').notNull().defaultNow(),
})

/** The letters of the day that were sent, so that none is sent twice; `day` as in Oslo. */
export const digests = pgTable(
  'digests',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    day: text('day').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.day] })],
)

/**
 * A search somebody wants to find again: its tree with the version of its form. A shared one is for everyone who works on
 * its strategy; a personal one may look in all of them.
 */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    strategyId: uuid('strategy_id').references(() => strategies.id),
    shared: boolean('shared').notNull().default(false),
    name: text('name').notNull(),
    form: integer('form').notNull(),
    search: json<Record<string, unknown>>('search').notNull(),
    savedAt: moment('saved_at').notNull(),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [
    index('saved_searches_owner').on(t.ownerId).where(sql`removed_at is null`),
    index('saved_searches_strategy').on(t.strategyId).where(sql`removed_at is null and shared`),
    check('saved_searches_shared', sql`not ${t.shared} or ${t.strategyId} is not null`),
  ],
)

/** What stood in a row of a file, or why it was not taken in; rows count from 1 with the heading. */
export type ImportProblem = { row: number; column?: string; reason: string; value?: string }

/**
 * A file of many inputs (XLSX or CSV). The bytes are in the file storage under their SHA-256. `mapping` says which column
 * is what; `problems` is what stands in the way, first found first and no more than some. Done once by its key.
 * `sample` is the first rows as they stand, `registered` and `skipped` how many rows became inputs and how many were left out.
 */
export const inputImports = pgTable(
  'input_imports',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    type: text('type').notNull(),
    columns: json<string[]>('columns').notNull(),
    rowCount: integer('row_count').notNull(),
    sample: json<string[][]>('sample'),
    mapping: json<Record<string, unknown>>('mapping'),
    problems: json<ImportProblem[]>('problems'),
    problemCount: integer('problem_count').notNull().default(0),
    uploadedAt: moment('uploaded_at').notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => people.id),
    askedAt: moment('asked_at'),
    askedBy: uuid('asked_by').references(() => people.id),
    doneRows: integer('done_rows').notNull().default(0),
    registered: integer('registered').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    finishedAt: moment('finished_at'),
  },
  (t) => [index('input_imports_round').on(t.roundId, t.uploadedAt)],
)
