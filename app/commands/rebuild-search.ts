import { database } from '#app/platform/database.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { rebuild } from '#search/rebuild.server.ts'
import { migrate } from './migration.server.ts'
import { withDatabase } from './open-database.server.ts'

await withDatabase(async () => {
  await migrate()
  const { db } = database()
  const { written, deleted, failed } = await rebuild(db, postgresIndex(db))
  console.log(
    `The search index is rebuilt: ${written} documents written, ${deleted} removed, ${failed} failed.`,
  )
  if (failed > 0) process.exitCode = 1
})
process.exit()
