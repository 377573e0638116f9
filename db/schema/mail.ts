import { pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'

/** Letters of an installation in demo mode, which has no mail server. Empty everywhere else. */
export const demoMails = pgTable('demo_mails', {
  id: id(),
  to: text('to').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  sentAt: moment('sent_at').notNull().defaultNow(),
})
