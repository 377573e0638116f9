import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json, moment, type RichTextColumn } from './columns.ts'
import { people } from './identity.ts'
import { answers, inputs, inputVersions } from './inputs.ts'

/** The one row that makes a version public. Withdrawal is on the input; the row stays and says who let it out. */
export const inputPublications = pgTable(
  'input_publications',
  {
    versionId: uuid('version_id')
      .primaryKey()
      .references(() => inputVersions.id),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    publishedAt: moment('published_at').notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('input_publications_input').on(t.inputId)],
)

/**
 * A stretch of a frozen answer that the public does not get to read. Offsets are code points of the canonical text,
 * half-open; the masks that stand on an answer do not overlap. `legalBasis` is a key of `inputs/masking.ts` and public;
 * `reason` is for staff, because reasons tend to repeat what must not be read.
 */
export const inputMasks = pgTable(
  'input_masks',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answers.id),
    startCp: integer('start_cp').notNull(),
    endCp: integer('end_cp').notNull(),
    legalBasis: text('legal_basis').notNull(),
    reason: text('reason').notNull(),
    maskedAt: moment('masked_at').notNull(),
    maskedBy: uuid('masked_by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [
    check('input_masks_range', sql`${t.startCp} >= 0 and ${t.endCp} > ${t.startCp}`),
    index('input_masks_version').on(t.versionId),
  ],
)

/**
 * That a version is not, or no longer, for the public to read, and by which law; until it is lifted. The law is public,
 * the reason is for staff.
 */
export const inputWithholdings = pgTable(
  'input_withholdings',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => inputVersions.id),
    legalBasis: text('legal_basis').notNull(),
    reason: text('reason').notNull(),
    withheldAt: moment('withheld_at').notNull(),
    withheldBy: uuid('withheld_by')
      .notNull()
      .references(() => people.id),
    liftedAt: moment('lifted_at'),
    liftedBy: uuid('lifted_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('input_withholdings_standing').on(t.versionId).where(sql`lifted_at is null`),
    index('input_withholdings_input').on(t.inputId),
  ],
)

/** Where a mask stands in the canonical text, and where its sign stands in the public text. Half-open, code points. */
export type PublicMask = {
  startCp: number
  endCp: number
  publicStartCp: number
  publicEndCp: number
  legalBasis: string
}

/** The stored public text of an answer: the only text that pages, search, quotes and feeds may show. */
export const publicAnswers = pgTable(
  'public_answers',
  {
    versionId: uuid('version_id').notNull(),
    answerId: uuid('answer_id')
      .primaryKey()
      .references(() => answers.id),
    strategyId: uuid('strategy_id').notNull(),
    body: json<RichTextColumn>('body'),
    choice: text('choice'),
    data: json<unknown>('data'),
    importance: integer('importance'),
    text: text('text'),
    masks: json<PublicMask[]>('masks').notNull().default([]),
  },
  (t) => [
    index('public_answers_version').on(t.versionId),
    foreignKey({ columns: [t.versionId], foreignColumns: [inputPublications.versionId] }).onDelete('cascade'),
  ],
)

/**
 * Somebody asks that something published be taken down. Decision is masked, withheld or declined; `answer` is what
 * the secretariat says about it. The address to answer to is nobody's business but the secretariat's.
 */
export const takedownRequests = pgTable(
  'takedown_requests',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    words: text('words').notNull(),
    reason: text('reason').notNull(),
    email: text('email'),
    lang: text('lang').notNull(),
    createdAt: createdAt(),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decision: text('decision'),
    answer: text('answer'),
  },
  (t) => [index('takedown_requests_strategy').on(t.strategyId, t.decidedAt, t.createdAt)],
)
