import { index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { documentVersions } from './documents.ts'
import { people } from './identity.ts'
import { inputs } from './inputs.ts'
import { rounds, strategies } from './strategies.ts'

/** An input meeting. The summary is public from `summaryAt`, and only on a meeting that is. */
export const meetings = pgTable(
  'meetings',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    roundId: uuid('round_id').references(() => rounds.id),
    slug: text('slug').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    intro: json<LocalisedColumn>('intro').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    place: json<LocalisedColumn>('place'),
    streamUrl: text('stream_url'),
    summary: json<LocalisedColumn>('summary'),
    summaryAt: moment('summary_at'),
    summaryBy: uuid('summary_by').references(() => people.id),
    revision: integer('revision').notNull().default(1),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    cancelledAt: moment('cancelled_at'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [
    unique('meetings_slug').on(t.strategyId, t.slug),
    index('meetings_time').on(t.strategyId, t.startsAt),
  ],
)

/** A point of a meeting's programme; `clock` is the time of day as printed ('13.15'). */
export const meetingItems = pgTable(
  'meeting_items',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    position: integer('position').notNull(),
    clock: text('clock'),
    title: json<LocalisedColumn>('title').notNull(),
    speaker: text('speaker'),
  },
  (t) => [unique('meeting_items_position').on(t.meetingId, t.position)],
)

/** What was read before a meeting. */
export const meetingDocuments = pgTable(
  'meeting_documents',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => documentVersions.id),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.versionId] })],
)

/** The inputs a meeting's summary points at. A reader sees those that are public when it is read. */
export const meetingInputs = pgTable(
  'meeting_inputs',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    inputId: uuid('input_id')
      .notNull()
      .references(() => inputs.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.inputId] })],
)
