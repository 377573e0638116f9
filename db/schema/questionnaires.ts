import { type AnyPgColumn, boolean, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, json, type LocalisedColumn, moment } from './columns.ts'
import { rounds } from './strategies.ts'

/**
 * What a round asks. `frozenAt` is set when somebody begins to answer a round that has opened, and by the first who
 * would change the questions after that; triggers then refuse every change of them.
 */
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

/** Columns of a table question: text, or an amount of `unit`. */
export type TableColumn = { key: string; label: LocalisedColumn; kind: 'text' | 'amount'; unit?: string }

/**
 * What a question of some kinds needs besides options. `mostCharacters` limits texts, `fewest` and `most` how many are
 * chosen, ranked, listed or uploaded; `importance` asks how important it is beside what one thinks; `levels` are those
 * of a SWOT; `rows` and `columns` those of a table.
 */
export type QuestionSettings = {
  mostCharacters?: number
  fewest?: number
  most?: number
  importance?: boolean
  levels?: QuestionOption[]
  rows?: QuestionOption[]
  columns?: TableColumn[]
}

/**
 * Kind is one of `questionnaires/question.ts`; each questionnaire has exactly one general question. `askedOf` is the
 * kinds of sender who are asked, null for all. `copiedFromId` is the question of an earlier round that it repeats.
 */
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
    settings: json<QuestionSettings>('settings'),
    askedOf: text('asked_of').array(),
    copiedFromId: uuid('copied_from_id').references((): AnyPgColumn => questions.id),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [unique('questions_position').on(t.questionnaireId, t.position)],
)
