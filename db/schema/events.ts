import { sql } from 'drizzle-orm'
import { customType, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, json, moment } from './columns.ts'
import { people } from './identity.ts'

/** What happened: who, what, when. Written in the transaction of the change; triggers refuse update and delete. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    at: moment('at').notNull(),
    type: text('type').notNull(),
    actorId: uuid('actor_id').references(() => people.id),
    strategyId: uuid('strategy_id'),
    subjectId: uuid('subject_id').notNull(),
    data: json<Record<string, unknown>>('data'),
  },
  (t) => [index('audit_events_at').on(t.at), index('audit_events_subject').on(t.subjectId)],
)

/**
 * Events the worker is to hear of, until it has put them in its queue. One narrow row beside the event itself, because
 * the queue's own tables cost a transaction many times as much, and everybody submits in the last hour.
 */
export const eventOutbox = pgTable('event_outbox', { eventId: uuid('event_id').primaryKey() })

/** A write that was done under a key sent by the form: the same key gets the same outcome again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    personId: uuid('person_id').notNull(),
    key: text('key').notNull(),
    operation: text('operation').notNull(),
    outcome: json<unknown>('outcome'),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] })],
)

/** The number of a transaction, as the database counts them: it never comes again. */
const transactionNumber = customType<{ data: string }>({ dataType: () => 'xid8' })

/**
 * That a transaction changed rows of a table for a strategy, or for everybody (null): what was counted before it was seen
 * is no longer right. Written by triggers in the change's own transaction, only ever added, so nobody waits for another.
 * `what` is the table's name. Swept away after an hour (`app/platform/changes`).
 */
export const notedChanges = pgTable(
  'noted_changes',
  {
    strategyId: uuid('strategy_id'),
    what: text('what').notNull(),
    xid: transactionNumber('xid').notNull().default(sql`pg_current_xact_id()`),
    at: moment('at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    unique('noted_changes_once').on(t.strategyId, t.what, t.xid).nullsNotDistinct(),
    index('noted_changes_xid').on(t.xid),
  ],
)
