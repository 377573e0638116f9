import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { themes } from './analysis.ts'
import { createdAt, id, json, type LocalisedColumn, moment, type QuantityBandColumn } from './columns.ts'
import { people } from './identity.ts'
import { answers, inputVersions } from './inputs.ts'
import { questions } from './questionnaires.ts'
import { rounds } from './strategies.ts'

/**
 * What the secretariat heard, of a theme or a question. Text is paragraphs with a blank line between; '## ' begins a
 * heading, and {s1}, {t2} stand where the citation or the count of that number stands. `revision` lets a save notice
 * another's save; every one is kept in finding_versions. Approved is one revision, published is one: what anyone reads is
 * the version `publishedRevision`, whatever is written since. `lastNumber` is the last number given to a citation or count.
 */
export const findings = pgTable(
  'findings',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    themeId: uuid('theme_id').references(() => themes.id),
    questionId: uuid('question_id').references(() => questions.id),
    slug: text('slug').notNull(),
    position: integer('position').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    text: json<LocalisedColumn>('text').notNull(),
    revision: integer('revision').notNull().default(1),
    lastNumber: integer('last_number').notNull().default(0),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by').references(() => people.id),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by').references(() => people.id),
    approvedRevision: integer('approved_revision'),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    publishedRevision: integer('published_revision'),
    /** What "many" meant when it was published; null where everybody's meaning was. */
    publishedBands: json<QuantityBandColumn[]>('published_bands'),
  },
  (t) => [
    unique('findings_slug').on(t.roundId, t.slug),
    unique('findings_strategy').on(t.id, t.strategyId),
    check('findings_of_one', sql`num_nonnulls(${t.themeId}, ${t.questionId}) <= 1`),
    check('findings_published', sql`(${t.publishedAt} is null) = (${t.publishedRevision} is null)`),
    check('findings_approved', sql`(${t.approvedAt} is null) = (${t.approvedRevision} is null)`),
  ],
)

/** A finding as it was saved each time, what it was about too. Never changed. */
export const findingVersions = pgTable(
  'finding_versions',
  {
    findingId: uuid('finding_id')
      .notNull()
      .references(() => findings.id),
    revision: integer('revision').notNull(),
    strategyId: uuid('strategy_id').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    text: json<LocalisedColumn>('text').notNull(),
    themeId: uuid('theme_id').references(() => themes.id),
    questionId: uuid('question_id').references(() => questions.id),
    at: moment('at').notNull(),
    by: uuid('by').references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.findingId, t.revision] }),
    check('finding_versions_of_one', sql`num_nonnulls(${t.themeId}, ${t.questionId}) <= 1`),
  ],
)

/**
 * What a finding rests on, anchored to version + offsets + words rather than to the passage row. Offsets are code points
 * of the answer's canonical text, `sourceHash` the SHA-256 of that text. `mode` is quote (the words stand in the text) or
 * paraphrase (only who and where). `number` is what {s1} in the text calls it. `publishedAt`: it stands under a published text.
 */
export const citations = pgTable(
  'citations',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    findingId: uuid('finding_id')
      .notNull()
      .references(() => findings.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answers.id),
    startCp: integer('start_cp').notNull(),
    endCp: integer('end_cp').notNull(),
    quote: text('quote').notNull(),
    mode: text('mode').notNull().default('quote'),
    number: integer('number').notNull(),
    sourceHash: text('source_hash'),
    position: integer('position').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    publishedAt: moment('published_at'),
  },
  (t) => [
    unique('citations_once').on(t.findingId, t.answerId, t.startCp, t.endCp),
    unique('citations_number').on(t.findingId, t.number),
    unique('citations_finding').on(t.id, t.findingId),
    index('citations_version').on(t.versionId),
    index('citations_answer').on(t.answerId),
    check('citations_mode', sql`${t.mode} in ('quote', 'paraphrase')`),
  ],
)

/** Who is behind a number: an input, or a body that has none. */
export type CountedSender = {
  inputId: string | null
  organisationId: string | null
  name: string
  kind: string
}

/**
 * A number in a finding: a cell of a table over another cell of it ("14 of 62"). `table` is the table's address in the
 * tables room, the rows and columns are keys of its layout. `seen…` is what whoever put it there or looked at it last saw;
 * when it has moved since it is stale. `frozen…` is what was published, with the rule in words and the senders behind it.
 */
export const findingCounts = pgTable(
  'finding_counts',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    findingId: uuid('finding_id')
      .notNull()
      .references(() => findings.id),
    number: integer('number').notNull(),
    table: text('table').notNull(),
    row: text('row').notNull(),
    column: text('column').notNull(),
    ofRow: text('of_row').notNull(),
    ofColumn: text('of_column').notNull(),
    seenCount: integer('seen_count').notNull(),
    seenOf: integer('seen_of').notNull(),
    seenAt: moment('seen_at').notNull(),
    seenBy: uuid('seen_by')
      .notNull()
      .references(() => people.id),
    frozenCount: integer('frozen_count'),
    frozenOf: integer('frozen_of'),
    frozenRule: json<LocalisedColumn>('frozen_rule'),
    frozenSenders: json<CountedSender[]>('frozen_senders'),
    frozenAt: moment('frozen_at'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [
    unique('finding_counts_number').on(t.findingId, t.number),
    check(
      'finding_counts_frozen',
      sql`num_nonnulls(${t.frozenCount}, ${t.frozenOf}, ${t.frozenRule}, ${t.frozenSenders}, ${t.frozenAt}) in (0, 5)`,
    ),
  ],
)
