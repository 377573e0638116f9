import { migrate } from './migration.server.ts'
import { withDatabase } from './open-database.server.ts'
import { seedDemo } from './seed/seed.server.ts'

await withDatabase(async () => {
  await migrate()
  console.log((await seedDemo()) ? 'The demo is loaded.' : 'The demo was loaded before; nothing was changed.')
})
process.exit()
