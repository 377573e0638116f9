import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import type * as schema from '#db/schema/index.ts'

/** The database or an open transaction of it: what every function of search/ takes first. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, typeof schema>
