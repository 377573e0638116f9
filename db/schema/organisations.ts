import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns.ts'
import { people } from './identity.ts'

export const counties = pgTable('counties', {
  number: text('number').primaryKey(),
  name: text('name').notNull(),
})

/** A body that can be invited, answer and organise. Numbers are text: 0301 keeps its zero. */
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
    createdAt: createdAt(),
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
