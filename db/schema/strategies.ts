import { date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { people } from './identity.ts'
import { organisations } from './organisations.ts'

export const strategies = pgTable('strategies', {
  id: id(),
  slug: text('slug').notNull().unique(),
  title: json<LocalisedColumn>('title').notNull(),
  summary: json<LocalisedColumn>('summary').notNull(),
  scope: json<LocalisedColumn>('scope').notNull(),
  caseNumber: text('case_number'),
  legalRegime: json<LocalisedColumn>('legal_regime').notNull(),
  contactEmail: text('contact_email').notNull(),
  publishedAt: moment('published_at'),
  publishedBy: uuid('published_by').references(() => people.id),
  createdAt: createdAt(),
})

export const organisers = pgTable(
  'organisers',
  {
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    position: integer('position').notNull(),
    role: json<LocalisedColumn>('role').notNull(),
  },
  (t) => [primaryKey({ columns: [t.strategyId, t.organisationId] })],
)

/** Who works on a strategy, for which organiser: analyst, editor or lead. */
export const strategyStaff = pgTable(
  'strategy_staff',
  {
    strategyId: uuid('strategy_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    role: text('role').notNull(),
    since: moment('since').notNull().defaultNow(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.strategyId, t.personId, t.role] }),
    index('strategy_staff_person').on(t.personId),
  ],
)

export const phases = pgTable(
  'phases',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    position: integer('position').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    purpose: json<LocalisedColumn>('purpose').notNull(),
  },
  (t) => [unique('phases_position').on(t.strategyId, t.position)],
)

/** `inputsShown` is 'as-checked' or 'after-closing'; `closedAt` is set by a person and ends the round early. */
export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    phaseId: uuid('phase_id')
      .notNull()
      .references(() => phases.id),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    intro: json<LocalisedColumn>('intro').notNull(),
    legalForm: text('legal_form').notNull(),
    purpose: text('purpose').notNull(),
    opensAt: moment('opens_at').notNull(),
    deadlineAt: moment('deadline_at').notNull(),
    acceptsLateUntil: moment('accepts_late_until'),
    inputsShown: text('inputs_shown').notNull().default('as-checked'),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    closedAt: moment('closed_at'),
    closedBy: uuid('closed_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique('rounds_slug').on(t.strategyId, t.slug), unique('rounds_number').on(t.strategyId, t.number)],
)

/** The public ledger: who was asked. `extendedUntil` is the organisation's own deadline, if it got one. */
export const invitations = pgTable(
  'invitations',
  {
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    invitedAt: moment('invited_at').notNull().defaultNow(),
    invitedBy: uuid('invited_by').references(() => people.id),
    extendedUntil: moment('extended_until'),
    extendedBy: uuid('extended_by').references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.organisationId] }),
    index('invitations_organisation').on(t.organisationId),
  ],
)
