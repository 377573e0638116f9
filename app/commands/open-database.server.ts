import path from 'node:path'
import { config, rememberDatabase } from '#app/platform/config.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'

/**
 * Makes sure there is a database: the one DATABASE_URL names, else the embedded one under the data directory.
 * `stop` stops only what this call started.
 */
export async function openDatabase(): Promise<{ stop(): Promise<void> }> {
  const { databaseUrl, dataDir } = config()
  if (databaseUrl) return { stop: async () => {} }
  const embedded = await startEmbedded({ dataDir: path.resolve(dataDir, 'postgres'), log: console.log })
  rememberDatabase(embedded.url)
  return embedded
}

/** Opens the database, does the work, closes what was opened, also when the work fails. */
export async function withDatabase(work: () => Promise<void>) {
  const opened = await openDatabase()
  const { closeDatabase } = await import('#app/platform/database.server.ts')
  try {
    await work()
  } finally {
    await closeDatabase()
    await opened.stop()
  }
}
