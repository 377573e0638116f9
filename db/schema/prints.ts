import { customType, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * The file of a printed page in a language, as it was last drawn, under a sum of all that it says. It is made again whenever
 * the page says something else, so nothing is lost with it: the table is not logged, and is empty after a crash.
 */
export const prints = pgTable(
  'prints',
  {
    page: text('page').notNull(),
    lang: text('lang').notNull(),
    fingerprint: text('fingerprint').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    bytes: bytes('bytes').notNull(),
    madeAt: moment('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.page, table.lang] })],
)
