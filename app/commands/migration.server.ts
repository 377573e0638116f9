import { config } from '#app/platform/config.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { runMigrations } from '#db/migrate.server.ts'

/** Brings the configured database up to date: our tables under a lock, then the queue's own. */
export async function migrate() {
  const { databaseUrl } = config()
  if (!databaseUrl) throw new Error('No database to migrate.')
  await runMigrations(databaseUrl)
  await prepareQueue()
}
