import { pgTable, text } from 'drizzle-orm/pg-core'

/** What all processes of one installation must know and nobody else: the key that file addresses are signed with. */
export const installationSecrets = pgTable('installation_secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
})
