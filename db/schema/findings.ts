import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { themes } from './analysis.ts'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { people } from './identity.ts'
import { answers, inputVersions } from './inputs.ts'
import { rounds } from './strategies.ts'

/** What the secretariat heard. Text is plain paragraphs; `revision` lets a save notice another's save. */
export const findings = pgTable(
  'findings',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    themeId: uuid('theme_id').references(() => themes.id),
    slug: text('slug').notNull(),
    position: integer('position').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    text: json<LocalisedColumn>('text').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by').references(() => people.id),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
  },
  (t) => [unique('findings_slug').on(t.roundId, t.slug)],
)

/** A quote, anchored to version + offsets + words rather than to the passage row. Offsets are code points. */
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
    position: integer('position').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [
    unique('citations_once').on(t.findingId, t.answerId, t.startCp, t.endCp),
    index('citations_version').on(t.versionId),
  ],
)
