import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'

/** Any number, as long as every process of ours uses the same. */
const LOCK = 1_115_117

/** Brings the database up to the checked-in migrations. Processes that start together take turns. */
export async function runMigrations(url: string, folder = migrationsFolder()): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 10,
    connection: { application_name: 'innspill-migrate', lock_timeout: 120_000 },
  })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    await migrate(drizzle(sql), { migrationsFolder: folder })
    await refuseSkipped(sql, folder)
  } finally {
    // The lock belongs to the session and ends with it.
    await sql.end({ timeout: 5 })
  }
}

/** Beside this file when run from source, under the working directory when run from a build. */
export function migrationsFolder(): string {
  const beside = fileURLToPath(new URL('./migrations', import.meta.url))
  return existsSync(beside) ? beside : path.resolve('db/migrations')
}

/** drizzle goes by the time of the last applied migration and silently passes over an older one merged later. */
async function refuseSkipped(sql: Sql, folder: string): Promise<void> {
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`
  const applied = new Set(rows.map((row) => row.hash))
  const missing = readMigrationFiles({ migrationsFolder: folder }).filter(({ hash }) => !applied.has(hash))
  if (missing.length === 0) return
  const times = missing.map(({ folderMillis }) => new Date(folderMillis).toISOString()).join(', ')
  throw new Error(`Migrations were not applied, or were edited after they were: those made at ${times}`)
}
