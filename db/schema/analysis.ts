import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { people } from './identity.ts'
import { answers, inputs, inputVersions } from './inputs.ts'
import { questions } from './questionnaires.ts'
import { rounds, strategies } from './strategies.ts'

/** A paragraph of a frozen answer; offsets are Unicode code points in the answer's canonical text, half-open. */
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
  },
  (t) => [
    unique('passages_place').on(t.answerId, t.startCp, t.endCp),
    index('passages_input').on(t.inputId, t.position),
    index('passages_version').on(t.versionId),
  ],
)

/** A theme of the strategy's codebook; `code` is two letters, `colour` 1–7 in order of creation. */
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
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    retiredAt: moment('retired_at'),
    retiredBy: uuid('retired_by').references(() => people.id),
  },
  (t) => [unique('themes_code').on(t.strategyId, t.code)],
)

/** A theme on a passage, never deleted: a removal is said who and when. */
export const taggings = pgTable(
  'taggings',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    passageId: uuid('passage_id')
      .notNull()
      .references(() => passages.id),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id),
    taggedAt: moment('tagged_at').notNull().defaultNow(),
    taggedBy: uuid('tagged_by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('taggings_once').on(t.passageId, t.themeId).where(sql`removed_at is null`),
    index('taggings_theme').on(t.themeId),
  ],
)
