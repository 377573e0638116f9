import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns.ts'

/** A human being: someone who signs in, or a private person whose letter staff registered (no e-mail). */
export const people = pgTable(
  'people',
  {
    id: id(),
    email: text('email'),
    name: text('name').notNull(),
    locale: text('locale').notNull().default('nb'),
    administratorSince: moment('administrator_since'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('people_email').on(sql`lower(${t.email})`)],
)

/** `id` is the SHA-256 of the cookie's token: a stolen table opens no session. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [index('sessions_person').on(t.userId)],
)

/**
 * A one-time link sent by mail; only the hash of its token is kept. It is for somebody we know, or for a newcomer who
 * becomes a person when it is used: `email` and `name` are the newcomer's.
 */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    email: text('email'),
    name: text('name'),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    index('sign_in_links_person').on(t.personId, t.createdAt),
    index('sign_in_links_newcomer').on(sql`lower(${t.email})`, t.createdAt),
    check('sign_in_links_for_one', sql`num_nonnulls(${t.personId}, ${t.email}) = 1`),
  ],
)
