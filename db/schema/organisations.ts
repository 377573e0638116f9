import { boolean, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json, moment } from './columns.ts'
import { people } from './identity.ts'

export const counties = pgTable('counties', {
  number: text('number').primaryKey(),
  name: text('name').notNull(),
})

/** A body's official names by language code: no, se, sma, smj, fkv. Said as the register says them, never put together. */
export type OfficialNames = Partial<Record<'no' | 'se' | 'sma' | 'smj' | 'fkv', string>>

/**
 * A body that can be invited, answer and organise. Numbers are text: 0301 keeps its zero. `validFrom` and `validTo` are
 * the days it exists between, as the register says; `listed` is false for a body that somebody told us of in order to
 * answer. `approvalRequired`: nothing is sent in its name before one of its approvers has approved it. `inhabitants` is what
 * the register last said of a municipality; null where it did not.
 */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    municipalityNumber: text('municipality_number').unique(),
    countyNumber: text('county_number').references(() => counties.number),
    organisationNumber: text('organisation_number').unique(),
    writtenForm: text('written_form').notNull().default('neutral'),
    officialName: text('official_name'),
    names: json<OfficialNames>('names'),
    validFrom: date('valid_from', { mode: 'string' }),
    validTo: date('valid_to', { mode: 'string' }),
    listed: boolean('listed').notNull().default(true),
    approvalRequired: boolean('approval_required').notNull().default(false),
    inhabitants: integer('inhabitants'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [index('organisations_name').on(t.name, t.kind)],
)

/** Role is contributor, approver or submitter; one person may hold several in one organisation. */
export const memberships = pgTable(
  'memberships',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').notNull(),
    since: moment('since').notNull().defaultNow(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId, t.role] }),
    index('memberships_person').on(t.personId),
  ],
)

/** That one body took over after another. A split or a merger is several rows. */
export const organisationSuccessions = pgTable(
  'organisation_successions',
  {
    predecessorId: uuid('predecessor_id')
      .notNull()
      .references(() => organisations.id),
    successorId: uuid('successor_id')
      .notNull()
      .references(() => organisations.id),
    on: date('on', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.predecessorId, t.successorId] }),
    index('organisation_successions_successor').on(t.successorId),
  ],
)

/** A letter that lets whoever holds its link in, with these roles, once. Only the hash of its token is kept. */
export const membershipInvitations = pgTable(
  'membership_invitations',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    email: text('email').notNull(),
    roles: text('roles').array().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => people.id),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => people.id),
  },
  (t) => [index('membership_invitations_organisation').on(t.organisationId, t.createdAt)],
)

/** Somebody asks to work for an organisation; one of its approvers consents, with roles, or declines. */
export const membershipRequests = pgTable(
  'membership_requests',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    message: text('message').notNull(),
    createdAt: createdAt(),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by').references(() => people.id),
    roles: text('roles').array(),
  },
  (t) => [index('membership_requests_organisation').on(t.organisationId, t.decidedAt)],
)
