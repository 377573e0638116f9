import { migrate } from './migration.server.ts'
import { withDatabase } from './open-database.server.ts'

await withDatabase(async () => {
  await migrate()
  console.log('The database is up to date.')
})
process.exit()
