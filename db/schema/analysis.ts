import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { paragraphs } from './documents.ts'
import { people } from './identity.ts'
import { answers, inputs, inputVersions } from './inputs.ts'
import { questions } from './questionnaires.ts'
import { rounds, strategies } from './strategies.ts'

/**
 * A stretch of a frozen answer; offsets are Unicode code points in the answer's canonical text, half-open. `origin` is
 * 'cut' (a paragraph, cut by the worker) or what staff made of it: 'split', 'joined' or 'span' (any stretch, which may
 * lie over others). One that was split or joined stays, superseded; its taggings were followed by others.
 */
export const passages = pgTable(
  'passages',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answers.id),
    questionId: uuid('question_id').references(() => questions.id),
    position: integer('position').notNull(),
    startCp: integer('start_cp').notNull(),
    endCp: integer('end_cp').notNull(),
    text: text('text').notNull(),
    lang: text('lang').notNull(),
    langSure: boolean('lang_sure').notNull().default(true),
    origin: text('origin').notNull().default('cut'),
    madeAt: moment('made_at'),
    madeBy: uuid('made_by').references(() => people.id),
    supersededAt: moment('superseded_at'),
    supersededBy: uuid('superseded_by').references(() => people.id),
  },
  (t) => [
    unique('passages_place').on(t.answerId, t.startCp, t.endCp),
    index('passages_input').on(t.inputId, t.position),
    index('passages_version').on(t.versionId),
  ],
)

/**
 * A theme of the strategy's codebook, a tree; `code` is two letters, `colour` 1–7 in order of creation. A theme that was
 * merged stays as a tombstone: retired, with the theme that it became part of.
 */
export const themes = pgTable(
  'themes',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    code: text('code').notNull(),
    colour: integer('colour').notNull(),
    position: integer('position').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    definition: json<LocalisedColumn>('definition').notNull(),
    include: json<LocalisedColumn>('include'),
    exclude: json<LocalisedColumn>('exclude'),
    parentId: uuid('parent_id').references((): AnyPgColumn => themes.id),
    assigneeId: uuid('assignee_id').references(() => people.id),
    standardAnswer: json<LocalisedColumn>('standard_answer'),
    mergedInto: uuid('merged_into').references((): AnyPgColumn => themes.id),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    retiredAt: moment('retired_at'),
    retiredBy: uuid('retired_by').references(() => people.id),
  },
  (t) => [unique('themes_code').on(t.strategyId, t.code)],
)

/**
 * What happened to a theme: kind is created, edited, renamed, moved, merged, split, retired or restored. `before` and
 * `after` are what it said. Never changed.
 */
export const themeEvents = pgTable(
  'theme_events',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id),
    kind: text('kind').notNull(),
    before: json<Record<string, unknown>>('before'),
    after: json<Record<string, unknown>>('after'),
    otherThemeId: uuid('other_theme_id').references(() => themes.id),
    reason: text('reason'),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('theme_events_theme').on(t.themeId, t.at)],
)

/** Passages that show what a theme means. */
export const themeExamples = pgTable(
  'theme_examples',
  {
    strategyId: uuid('strategy_id').notNull(),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id),
    passageId: uuid('passage_id')
      .notNull()
      .references(() => passages.id),
    at: moment('at').notNull().defaultNow(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.themeId, t.passageId] })],
)

/** A version that was read before a theme was there, and has been looked through for it since. */
export const themeRechecks = pgTable(
  'theme_rechecks',
  {
    strategyId: uuid('strategy_id').notNull(),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    at: moment('at').notNull().defaultNow(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.themeId, t.versionId] })],
)

/**
 * All hits of a search tagged at once. `search` is what was searched for, with the version of its form. The passages were
 * chosen when it was asked for (`tagging_job_passages`); undone, what it tagged is taken away again.
 */
export const taggingJobs = pgTable(
  'tagging_jobs',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id),
    position: text('position'),
    search: json<Record<string, unknown>>('search').notNull(),
    total: integer('total').notNull(),
    askedAt: moment('asked_at').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    finishedAt: moment('finished_at'),
    undoneAt: moment('undone_at'),
    undoneBy: uuid('undone_by').references(() => people.id),
    problem: text('problem'),
  },
  (t) => [index('tagging_jobs_strategy').on(t.strategyId, t.askedAt)],
)

/** The passages of a job; `doneAt` when it has come to them. */
export const taggingJobPassages = pgTable(
  'tagging_job_passages',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => taggingJobs.id),
    passageId: uuid('passage_id')
      .notNull()
      .references(() => passages.id),
    doneAt: moment('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.passageId] }),
    index('tagging_job_passages_left').on(t.jobId).where(sql`done_at is null`),
  ],
)

/**
 * A theme on a passage, or what a passage thinks of a paragraph of the draft; never deleted: a removal is said who and
 * when. `position` is supports, supports-with-remarks, against, neutral or unclear; changed it is another tagging.
 * `followsId` is the tagging it came from when its passage was split or joined, or its theme merged or split.
 */
export const taggings = pgTable(
  'taggings',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    passageId: uuid('passage_id')
      .notNull()
      .references(() => passages.id),
    themeId: uuid('theme_id').references(() => themes.id),
    paragraphId: uuid('paragraph_id').references(() => paragraphs.id),
    position: text('position'),
    taggedAt: moment('tagged_at').notNull().defaultNow(),
    taggedBy: uuid('tagged_by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
    jobId: uuid('job_id').references(() => taggingJobs.id),
    followsId: uuid('follows_id').references((): AnyPgColumn => taggings.id),
  },
  (t) => [
    uniqueIndex('taggings_once').on(t.passageId, t.themeId).where(sql`removed_at is null`),
    uniqueIndex('taggings_paragraph_once')
      .on(t.passageId, t.paragraphId)
      .where(sql`removed_at is null and paragraph_id is not null`),
    index('taggings_theme').on(t.themeId),
    index('taggings_job').on(t.jobId).where(sql`job_id is not null`),
    check('taggings_of_one', sql`num_nonnulls(${t.themeId}, ${t.paragraphId}) = 1`),
    check(
      'taggings_position',
      sql`${t.position} in ('supports', 'supports-with-remarks', 'against', 'neutral', 'unclear')`,
    ),
    check('taggings_paragraph_position', sql`${t.paragraphId} is null or ${t.position} is not null`),
  ],
)

/** A note on a passage, a flag to talk about it, or that it is rich evidence. A flag and an evidence stand once. */
export const passageMarks = pgTable(
  'passage_marks',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    passageId: uuid('passage_id')
      .notNull()
      .references(() => passages.id),
    kind: text('kind').notNull(),
    text: text('text'),
    at: moment('at').notNull().defaultNow(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [
    index('passage_marks_passage').on(t.passageId),
    uniqueIndex('passage_marks_once')
      .on(t.passageId, t.kind)
      .where(sql`removed_at is null and kind <> 'note'`),
    check('passage_marks_kind', sql`${t.kind} in ('note', 'flag', 'evidence')`),
  ],
)

/** Somebody has read an answer. Reading a whole version is reading each of its answers. */
export const readings = pgTable(
  'readings',
  {
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answers.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.answerId, t.personId] }),
    index('readings_version').on(t.versionId),
    index('readings_person').on(t.personId, t.strategyId),
  ],
)
