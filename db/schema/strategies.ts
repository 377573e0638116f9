import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, json, type LocalisedColumn, moment, type QuantityBandColumn } from './columns.ts'
import { people } from './identity.ts'
import { organisations } from './organisations.ts'

/**
 * A strategy and its register page. Kind is strategy, project, programme, legislation or body; status is planned,
 * ongoing, ended or discontinued, and set by a person. The keys are the numbers without signs, for looking them up.
 * `quantityBands` is what its findings mean by "many"; null: what everybody means who has not said so.
 */
export const strategies = pgTable(
  'strategies',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    kind: text('kind').notNull().default('strategy'),
    title: json<LocalisedColumn>('title').notNull(),
    summary: json<LocalisedColumn>('summary').notNull(),
    scope: json<LocalisedColumn>('scope').notNull(),
    projectNumber: text('project_number'),
    projectKey: text('project_key').unique(),
    caseNumber: text('case_number'),
    caseKey: text('case_key'),
    status: text('status').notNull().default('ongoing'),
    mandateFrom: date('mandate_from', { mode: 'string' }),
    mandateTo: date('mandate_to', { mode: 'string' }),
    appointedOn: date('appointed_on', { mode: 'string' }),
    goals: json<LocalisedColumn>('goals'),
    goalsOn: date('goals_on', { mode: 'string' }),
    results: json<LocalisedColumn>('results'),
    resultsOn: date('results_on', { mode: 'string' }),
    parentId: uuid('parent_id').references((): AnyPgColumn => strategies.id),
    legalRegime: json<LocalisedColumn>('legal_regime').notNull(),
    contactEmail: text('contact_email').notNull(),
    quantityBands: json<QuantityBandColumn[]>('quantity_bands'),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index('strategies_case').on(t.caseKey), index('strategies_parent').on(t.parentId)],
)

/** Addresses a strategy had before it was renamed; they lead to the one it has now. */
export const strategyAddresses = pgTable('strategy_addresses', {
  slug: text('slug').primaryKey(),
  strategyId: uuid('strategy_id')
    .notNull()
    .references(() => strategies.id),
  until: moment('until').notNull().defaultNow(),
})

/** The register page as it was saved each time: who, when, and all its fields. Never changed. */
export const registerRevisions = pgTable(
  'register_revisions',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    number: integer('number').notNull(),
    at: moment('at').notNull(),
    by: uuid('by').references(() => people.id),
    data: json<Record<string, unknown>>('data').notNull(),
  },
  (t) => [unique('register_revisions_number').on(t.strategyId, t.number)],
)

/** Who takes part, as the register page names them. Role is chair, secretary, contact, member or expert. */
export const strategyMembers = pgTable(
  'strategy_members',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    organisation: text('organisation'),
    role: text('role').notNull(),
    since: date('since', { mode: 'string' }),
    until: date('until', { mode: 'string' }),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [index('strategy_members_strategy').on(t.strategyId, t.position)],
)

/** More on the matter: another strategy of ours, or an address elsewhere. Kind is news, document, consultation, result or other. */
export const strategyLinks = pgTable(
  'strategy_links',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    href: text('href'),
    relatedId: uuid('related_id').references(() => strategies.id),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [index('strategy_links_strategy').on(t.strategyId, t.position)],
)

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

/**
 * A step of the work. It is opened by a person, and only when every phase before it has its outcome on record;
 * recording the outcome is what ends it.
 */
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
    openedAt: moment('opened_at'),
    openedBy: uuid('opened_by').references(() => people.id),
    outcome: json<LocalisedColumn>('outcome'),
    outcomeAt: moment('outcome_at'),
    outcomeBy: uuid('outcome_by').references(() => people.id),
  },
  (t) => [unique('phases_position').on(t.strategyId, t.position)],
)

/** Whom to ask about a round, and the mailbox several people read. */
export type RoundContact = { name?: string; phone?: string; mailbox?: string }

/**
 * `inputsShown` is 'as-checked' or 'after-closing'; `closedAt` is set by a person and ends the round early. `naming` says
 * how private persons may stand: named, may-hide (the name is not shown in public) or may-be-anonymous (they may also
 * send without a name). `groupDeadlines` is a deadline (ISO, with zone) for some kinds of sender, by kind;
 * `shortNoticeReason` why a hearing gives less time than the instructions ask for.
 */
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
    naming: text('naming').notNull().default('may-hide'),
    allowsCorrections: boolean('allows_corrections').notNull().default(true),
    allowsWithdrawal: boolean('allows_withdrawal').notNull().default(true),
    groupDeadlines: json<Record<string, string>>('group_deadlines'),
    shortNoticeReason: json<LocalisedColumn>('short_notice_reason'),
    contact: json<RoundContact>('contact'),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    closedAt: moment('closed_at'),
    closedBy: uuid('closed_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique('rounds_slug').on(t.strategyId, t.slug), unique('rounds_number').on(t.strategyId, t.number)],
)

/**
 * A round as it has stood for everybody since it was published: number 1, and a new number for every change. `reason` is
 * why, in the public's words; a change after the opening always has one. `data` is a RoundRecord. Never changed.
 */
export const roundRevisions = pgTable(
  'round_revisions',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    number: integer('number').notNull(),
    at: moment('at').notNull(),
    by: uuid('by').references(() => people.id),
    reason: json<LocalisedColumn>('reason'),
    data: json<Record<string, unknown>>('data').notNull(),
  },
  (t) => [unique('round_revisions_number').on(t.roundId, t.number)],
)

/**
 * The public ledger: who was asked, and when its people were sent a letter of it (`toldAt`). `extendedUntil` is the organisation's own deadline, if it got one; a body that got
 * one without being asked has a row without `invitedAt`, and is not counted among the invited.
 */
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
    invitedAt: moment('invited_at').defaultNow(),
    invitedBy: uuid('invited_by').references(() => people.id),
    toldAt: moment('told_at'),
    extendedUntil: moment('extended_until'),
    extendedBy: uuid('extended_by').references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.organisationId] }),
    index('invitations_organisation').on(t.organisationId),
  ],
)

/** The log of deadlines given to single organisations; `until` null took one back. Never changed. */
export const deadlineExtensions = pgTable(
  'deadline_extensions',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    until: moment('until'),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('deadline_extensions_round').on(t.roundId, t.at)],
)
