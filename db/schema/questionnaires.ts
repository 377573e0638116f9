import { boolean, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, json, type LocalisedColumn, moment } from './columns.ts'
import { rounds } from './strategies.ts'

export const questionnaires = pgTable('questionnaires', {
  id: id(),
  strategyId: uuid('strategy_id').notNull(),
  roundId: uuid('round_id')
    .notNull()
    .unique()
    .references(() => rounds.id),
  frozenAt: moment('frozen_at'),
})

/** What a choice or scale offers: `key` is stored in answers and never changes, `label` is shown. */
export type QuestionOption = { key: string; label: LocalisedColumn }

/** Kind is rich-text, single-choice, scale or general; each questionnaire has exactly one general question. */
export const questions = pgTable(
  'questions',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    questionnaireId: uuid('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    help: json<LocalisedColumn>('help'),
    options: json<QuestionOption[]>('options'),
    required: boolean('required').notNull().default(false),
  },
  (t) => [unique('questions_position').on(t.questionnaireId, t.position)],
)
