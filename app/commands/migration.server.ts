import { config } from '#app/platform/config.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { grantToProduct } from '#db/grants.server.ts'
import { runMigrations } from '#db/migrate.server.ts'

/**
 * Brings the configured database up to date: our tables under a lock, then the queue's own. With DATABASE_OWNER_URL the
 * tables belong to that role, and the one the product runs as may not change what is on record.
 */
export async function migrate() {
  const { databaseUrl, databaseOwnerUrl } = config()
  if (!databaseUrl) throw new Error('No database to migrate.')
  await runMigrations(databaseOwnerUrl ?? databaseUrl)
  if (databaseOwnerUrl) await grantToProduct(databaseOwnerUrl, databaseUrl)
  await prepareQueue()
}
